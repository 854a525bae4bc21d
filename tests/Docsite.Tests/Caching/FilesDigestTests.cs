using System.Text;
using CsCheck;
using Docsite.Caching;
using Docsite.Tests.Execution;

namespace Docsite.Tests.Caching;

public sealed class FilesDigestTests
{
    private static readonly Gen<string> Name = Gen.Int[0, 7].Select(index => new[] { "a", "b", "a.b", "a-b", "A", "ä", "a b", "~" }[index]);

    // A name with an end is a file, one without is a folder: nothing is both.
    private static readonly Gen<(string Name, string Content, bool IsKnown)[]> Files =
        Gen.Select(Name.Array[0, 3], Name, Gen.String[Gen.Char['a', 'c'], 0, 3], Gen.Bool, (folders, file, content, isKnown) => (string.Join("", folders.Select(one => one + "/")) + file + ".x", content, isKnown)).Array[0, 12];

    [Fact]
    public void WhatWasWrittenHasTheWordOfItsFolder() => Files.Sample(
        written =>
        {
            var files = written.DistinctBy(file => file.Name).ToList();
            using var folder = new TemporaryFolder();
            foreach (var (name, content, _) in files)
            {
                _ = Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder.Path, name))!);
                File.WriteAllText(Path.Combine(folder.Path, name), content);
            }
            Assert.Equal(StampedSite.OutputDigest(folder.Path), StampedSite.OutputDigest(folder.Path, files.Select(file => (file.Name, file.IsKnown ? Encoding.UTF8.GetBytes(file.Content) : (ReadOnlyMemory<byte>?)null))));
        },
        iter: 200);

    [Fact]
    public void OtherContentIsAnotherWord()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "a"), "written");
        Assert.NotEqual(StampedSite.OutputDigest(folder.Path), StampedSite.OutputDigest(folder.Path, [("a", Encoding.UTF8.GetBytes("meant"))]));
    }
}
