using Docsite.Cli.Commands;

return await DocsiteCommand.RunAsync(args);
