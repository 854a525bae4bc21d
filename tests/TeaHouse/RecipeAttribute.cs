namespace TeaHouse;

/// <summary>Names the place in a cookery book that a member follows.</summary>
/// <param name="book">The book's title.</param>
[AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
public sealed class RecipeAttribute(string book) : Attribute
{
    /// <summary>The book's title.</summary>
    public string Book { get; } = book;

    /// <summary>Its page.</summary>
    public int Page { get; init; }
}
