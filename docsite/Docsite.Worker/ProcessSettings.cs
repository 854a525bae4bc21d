using System.Collections;
using System.Globalization;

namespace Docsite.Worker;

/// <summary>What a block can change for the blocks after it, as it stood before the block.</summary>
internal sealed class ProcessSettings
{
    private readonly string _directory = Environment.CurrentDirectory;
    private readonly (CultureInfo Own, CultureInfo Interface) _culture = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
    private readonly IDictionary _variables = Environment.GetEnvironmentVariables();

    /// <summary>Puts everything back.</summary>
    /// <returns>Whether something had been changed.</returns>
    internal bool Restore()
    {
        var restored = RestoreCulture() | RestoreVariables();
        if (Directory.Exists(_directory) && Environment.CurrentDirectory == _directory) return restored;
        _ = Directory.CreateDirectory(_directory);
        Environment.CurrentDirectory = _directory;
        return true;
    }

    private bool RestoreCulture()
    {
        var isChanged = CultureInfo.DefaultThreadCurrentCulture is not null || CultureInfo.DefaultThreadCurrentUICulture is not null
            || !Equals(CultureInfo.CurrentCulture, _culture.Own)
            || !Equals(CultureInfo.CurrentUICulture, _culture.Interface);
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = _culture;
        if (!isChanged) return false;
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = null;
        return true;
    }

    private bool RestoreVariables()
    {
        var isChanged = false;
        foreach (DictionaryEntry now in Environment.GetEnvironmentVariables())
        {
            if (_variables.Contains(now.Key)) continue;
            isChanged = true;
            Environment.SetEnvironmentVariable((string)now.Key, null);
        }
        foreach (DictionaryEntry before in _variables)
        {
            if (Environment.GetEnvironmentVariable((string)before.Key) == (string?)before.Value) continue;
            isChanged = true;
            Environment.SetEnvironmentVariable((string)before.Key, (string?)before.Value);
        }
        return isChanged;
    }
}
