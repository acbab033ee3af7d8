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

    [Fact]
    public void What_exports_do_not_tell_and_which_are_left_is_said_and_kept()
    {
        Directory.CreateDirectory(_folder["olist"]);
        Write(
            "olist/customers.csv",
            "customer_id,customer_unique_id,customer_zip_code_prefix,customer_city,customer_state\nc1,ann,1,x,SP\n"
        );
        Write("olist/items.csv", "order_id,order_item_id,product_id,seller_id,price\no1,1,mug,s,10.00\n");
        Write(
            "olist/orders.csv",
            "order_id,customer_id,order_status,order_purchase_timestamp\no1,c1,delivered,2018-01-02 10:00:00\n"
        );
        Write("olist/payments.csv", "order_id,payment_sequential,payment_value\no1,1,10.00\n");

        var said = TheProgram.Run("run", _folder["olist"], "--shop", _folder["shop"]).Good().Output;

        Assert.Contains("items.csv: 1 row read as olist", said, StringComparison.Ordinal);
        Assert.Contains("  Note: products have no names", said, StringComparison.Ordinal);
        Assert.Contains("payments.csv (olist), 1 row: nothing of it is used", said, StringComparison.Ordinal);
        var inputs = Manifest.Read(_folder["shop/manifest.json"])!.Inputs;
        Assert.Equal(["customers", "lines", "", ""], inputs.Select(i => i.Into));
        Assert.Contains("products have no names, only ids and categories", inputs[1].Notes);
    }

    void Write(string name, string text) => File.WriteAllText(_folder[name], text);
}
