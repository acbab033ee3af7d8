using Clientele.Warehouse;

namespace Clientele.Tests;

/// <summary>A run of several files, or of a folder of them.</summary>
public sealed class SeveralFileTests : IDisposable
{
    const string Header = "order_id,customer_id,order_date,sku,quantity,unit_price\n";

    readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_stands_for_the_files_in_it_in_the_order_of_their_names()
    {
        Directory.CreateDirectory(_folder["exports/older"]);
        Write("exports/2024.csv", Header + "2,b,2024-01-01,mug,1,2.00\n");
        Write("exports/2023.csv", Header + "1,a,2023-01-01,mug,1,1.00\n");
        Write("exports/.hidden.csv", "nothing");
        Write("exports/readme.md", "nothing");
        Write("exports/older/2022.csv", Header + "0,b,2022-01-01,mug,1,2.00\n");

        TheProgram.Run("run", _folder["exports"], "--shop", _folder["shop"]).Good();

        var inputs = Manifest.Read(_folder["shop/manifest.json"])!.Inputs;
        Assert.Equal(["2023.csv", "2024.csv"], inputs.Select(i => i.Name));
        Assert.NotEqual(inputs[0].Sha256, inputs[1].Sha256);
        Assert.Equal(2, inputs.Sum(i => i.Rows));
    }

    [Fact]
    public void A_folder_without_a_file_to_read_is_refused_with_the_endings_that_are_read()
    {
        Directory.CreateDirectory(_folder["empty"]);

        var refused = TheProgram.Run("run", _folder["empty"], "--shop", _folder["shop"]).Refused(3);

        Assert.Contains("holds no file that can be read", refused.Errors, StringComparison.Ordinal);
        Assert.Contains(".csv, .tsv", refused.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["shop"]));
    }

    [Fact]
    public void A_file_that_belongs_to_nothing_is_refused_by_name()
    {
        Directory.CreateDirectory(_folder["exports"]);
        Write("exports/orders.csv", Header + "2,b,2024-01-01,mug,1,2.00\n");
        Write("exports/weather.csv", "city,rain\nx,1\n");

        var refused = TheProgram.Run("run", _folder["exports"], "--shop", _folder["shop"]).Refused(3);

        Assert.Contains("weather.csv: nobody knows what it is", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("city, rain", refused.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_stands_in_a_given_folder_is_given_twice()
    {
        Directory.CreateDirectory(_folder["exports"]);
        Write("exports/orders.csv", Header + "2,b,2024-01-01,mug,1,2.00\n");

        var refused = TheProgram
            .Run("run", _folder["exports"], _folder["exports/orders.csv"], "--shop", _folder["shop"])
            .Refused(2);

        Assert.Contains("is given 2 times", refused.Errors, StringComparison.Ordinal);
    }

    void Write(string name, string text) => File.WriteAllText(_folder[name], text);
}
