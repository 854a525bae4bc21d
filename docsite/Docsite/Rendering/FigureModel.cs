using Docsite.Display;

namespace Docsite.Rendering;

/// <summary>A picture at its place on a page.</summary>
/// <param name="Id">Its id on the page; step n has the id <c>{Id}-s{n}</c>.</param>
/// <param name="Number">Its number on the page, from 1.</param>
/// <param name="Picture">Title and steps; the ids inside start with <paramref name="Id"/>.</param>
/// <param name="Variants">The variants that drew this same picture, e.g. <c>eras A, B2</c>; empty where all drew the same.</param>
public sealed record FigureModel(string Id, int Number, Picture Picture, string Variants);
