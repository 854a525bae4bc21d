namespace Docsite.Settings;

/// <summary>Where a site is published, as people write it.</summary>
public static class SiteHost
{
    /// <summary>What is expected, for findings.</summary>
    public const string Expected = "expected: a host such as example.org or https://example.org/docs";

    /// <summary>The address without a slash at its end, or nothing for what is none.</summary>
    /// <param name="text">A host, or an address of http or https without query and fragment.</param>
    public static string? Read(string text)
    {
        var address = text.Contains("://", StringComparison.Ordinal) ? text : $"https://{text}";
        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri is { Query: "", Fragment: "" }
            ? address.TrimEnd('/')
            : null;
    }
}
