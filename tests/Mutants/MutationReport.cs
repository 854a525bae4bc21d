using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Mutants;

/// <summary>What Stryker's report says of one run.</summary>
internal sealed partial class MutationReport
{
    private readonly List<Survivor> _survivors = [];
    private readonly List<Survivor> _timedOut = [];
    private readonly HashSet<string> _testedFiles = [];

    public IReadOnlyList<Survivor> Survivors => _survivors;

    /// <summary>The tests did not end: in an endless loop, or because the machine was busy. That proves nothing either way.</summary>
    public IReadOnlyList<Survivor> TimedOut => _timedOut;

    public IReadOnlySet<string> TestedFiles => _testedFiles;

    public int Killed { get; private set; }

    public double Percent => 100.0 * Killed / Math.Max(1, Killed + _survivors.Count);

    public static MutationReport Read(string path)
    {
        var report = new MutationReport();
        using var json = JsonDocument.Parse(File.ReadAllText(path));
        var root = json.RootElement.GetProperty("projectRoot").GetString()!;
        foreach (var file in json.RootElement.GetProperty("files").EnumerateObject())
        {
            report.Add(Path.GetRelativePath(root, Path.GetFullPath(file.Name, root)), file.Value);
        }

        return report;
    }

    private void Add(string path, JsonElement file)
    {
        var text = SourceText.From(file.GetProperty("source").GetString()!);
        var tree = CSharpSyntaxTree.ParseText(text);
        foreach (var mutant in file.GetProperty("mutants").EnumerateArray())
        {
            var status = mutant.GetProperty("status").GetString();
            if (status is "Survived" or "NoCoverage")
            {
                _survivors.Add(Describe(path, tree, text, mutant));
            }
            else if (status == "Killed")
            {
                Killed++;
            }
            else if (status == "Timeout")
            {
                _timedOut.Add(Describe(path, tree, text, mutant));
            }

            if (status is "Survived" or "NoCoverage" or "Killed" or "Timeout")
            {
                _testedFiles.Add(path);
            }
        }
    }

    private static Survivor Describe(string path, SyntaxTree tree, SourceText text, JsonElement mutant)
    {
        var location = mutant.GetProperty("location");
        var (start, end) = (Position(text, location.GetProperty("start")), Position(text, location.GetProperty("end")));
        var member = tree.GetRoot().FindToken(start).Parent!.AncestorsAndSelf().OfType<MemberDeclarationSyntax>().First();
        var type = member.AncestorsAndSelf().OfType<BaseTypeDeclarationSyntax>().FirstOrDefault()?.Identifier.Text;
        return new Survivor(path, $"{type}.{NameOf(member)}", $"{OneLine(text.ToString(TextSpan.FromBounds(start, end)))} -> {OneLine(mutant.GetProperty("replacement").GetString()!)}")
        {
            Line = location.GetProperty("start").GetProperty("line").GetInt32(),
        };
    }

    private static int Position(SourceText text, JsonElement at) =>
        text.Lines[at.GetProperty("line").GetInt32() - 1].Start + at.GetProperty("column").GetInt32() - 1;

    private static string NameOf(MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax method => method.Identifier.Text,
        PropertyDeclarationSyntax property => property.Identifier.Text,
        FieldDeclarationSyntax field => field.Declaration.Variables[0].Identifier.Text,
        ConstructorDeclarationSyntax => "constructor",
        IndexerDeclarationSyntax => "this[]",
        OperatorDeclarationSyntax @operator => $"operator {@operator.OperatorToken.Text}",
        BaseTypeDeclarationSyntax => "declaration",
        _ => member.Kind().ToString(),
    };

    private static string OneLine(string code) => Spaces().Replace(code, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
