using PublicApiGenerator;
using TestSupport;

namespace Docsite.Tests.Api;

public sealed class PublicSurface
{
    private static readonly ApiGeneratorOptions Options = new() { IncludeAssemblyAttributes = false };

    [Fact]
    public void OfWhatAShownValueMustOfferIsAsApproved() => Golden.Verify(typeof(Display.Stage).Assembly.GeneratePublicApi(Options), "Docsite.Display");

    [Fact]
    public void OfTheLibraryIsAsApproved() => Golden.Verify(typeof(SiteBuild).Assembly.GeneratePublicApi(Options), "Docsite");
}
