using System.CommandLine;

namespace Clientele.Cli;

/// <summary><c>clientele schema</c></summary>
static class SchemaCommand
{
    internal static Command Create()
    {
        var command = new Command(
            "schema",
            $"Prints the JSON Schema of {ShopFile.Name}\nExample: clientele schema > clientele.schema.json"
        );
        command.SetAction(_ =>
        {
            Console.WriteLine(ShopSchema.Text());
            return ExitCodes.Ok;
        });
        return command;
    }
}
