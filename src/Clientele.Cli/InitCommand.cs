using System.CommandLine;
using System.Text;
using Clientele.Warehouse;

namespace Clientele.Cli;

/// <summary><c>clientele init --shop myshop</c></summary>
static class InitCommand
{
    internal static Command Create()
    {
        var shop = CommonOptions.Shop();
        var command = new Command(
            "init",
            $"Writes a {ShopFile.Name} that explains every key and sets none\nExample: clientele init --shop myshop"
        )
        {
            shop,
        };
        command.SetAction(parsed =>
        {
            var directory = new ShopDirectory(parsed.GetValue(shop) ?? ".");
            Write(directory);
            Console.WriteLine(
                $"{directory[ShopFile.Name]} explains every key. Take away the # before one to set it."
            );
            return ExitCodes.Ok;
        });
        return command;
    }

    /// <exception cref="ConfigurationException">The file is there already, or the directory cannot be one of a shop.</exception>
    static void Write(ShopDirectory shop)
    {
        var faults = shop.Faults().ToList();
        if (Path.Exists(shop[ShopFile.Name]))
        {
            faults.Add(
                $"There is a {ShopFile.Name} in '{shop.Root}' already, and init replaces nothing. Move it away, or name another --shop."
            );
        }

        if (faults.Count > 0)
        {
            throw new ConfigurationException(string.Join('\n', faults));
        }

        Directory.CreateDirectory(shop.Root);
        using var file = new FileStream(shop[ShopFile.Name], FileMode.CreateNew);
        file.Write(Encoding.UTF8.GetBytes(ShopTemplate.Text()));
    }
}
