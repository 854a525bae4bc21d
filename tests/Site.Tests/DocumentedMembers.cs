using System.Reflection;
using System.Xml.Linq;

namespace Site.Tests;

/// <summary>What an assembly and the comments beside it say of its public members: the truth that a reference is measured by.</summary>
internal sealed class DocumentedMembers(string path)
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private readonly Assembly _assembly = Assembly.LoadFrom(path);

    /// <summary>The exceptions that comments of public members name, by the page of their type.</summary>
    public ILookup<string, string> Exceptions() => XDocument.Load(Path.ChangeExtension(path, ".xml")).Descendants("member")
        .Select(member => (Id: (string)member.Attribute("name")!, Exceptions: member.Elements("exception").Select(one => ((string)one.Attribute("cref")!).Split('.')[^1])))
        .Where(member => member.Exceptions.Any())
        .SelectMany(member => Owner(member.Id) is { } type ? member.Exceptions.Select(exception => (Page: PageOf(type), exception)) : [])
        .ToLookup(one => one.Page, one => one.exception);

    /// <summary>How often public types and members have an attribute, by the page of their type.</summary>
    public ILookup<string, string> Attributes(string name) => _assembly.GetExportedTypes()
        .SelectMany(type => type.GetMembers(Declared).Where(member => member is not Type && IsVisible(member)).Append(type)
            .SelectMany(member => member.CustomAttributes).Where(attribute => attribute.AttributeType.Name == name + "Attribute").Select(_ => PageOf(type)))
        .ToLookup(page => page);

    // The type whose public member has that documentation id; nothing where it has none.
    private Type? Owner(string id)
    {
        var name = id[2..].Split('(')[0].Split('~')[0];
        if (id[0] == 'T') return _assembly.GetExportedTypes().FirstOrDefault(type => NameOf(type) == name);
        var dot = name.LastIndexOf('.');
        var member = name[(dot + 1)..].Split("``")[0].Replace('#', '.');
        return _assembly.GetExportedTypes().FirstOrDefault(type => NameOf(type) == name[..dot] && type.GetMembers(Declared).Any(one => one.Name == member && IsVisible(one)));
    }

    private static bool IsVisible(MemberInfo member) => member switch
    {
        MethodBase method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly,
        FieldInfo field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly,
        PropertyInfo property => property.GetAccessors(nonPublic: true).Any(IsVisible),
        EventInfo happening => IsVisible(happening.AddMethod!),
        _ => false,
    };

    private static string NameOf(Type type) => type.FullName!.Replace('+', '.');

    private static string PageOf(Type type) => NameOf(type).Replace('`', '-').ToLowerInvariant() + ".html";
}
