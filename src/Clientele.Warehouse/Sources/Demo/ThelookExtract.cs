using System.Globalization;
using System.Text;

namespace Clientele.Warehouse;

/// <summary>Users and their orders as the CSV that analyses take out of BigQuery.</summary>
public static class ThelookExtract
{
    /// <summary>As such a file is called.</summary>
    public const string FileName = "ecommerce_users_orders_europe.csv";

    const string Header =
        "user_id,first_name,last_name,age,gender,state,street_address,postal_code,city,country,registered_on,user_traffic_source,"
        + "order_id,order_status,order_created_at,num_of_item,revenue";

    /// <summary>Writes it in UTF-8: a header, then a row an order and one for each user without any.</summary>
    public static void Write(IReadOnlyList<ThelookUser> users, Stream output)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true);
        writer.Write(Header + "\n");
        foreach (var user in users)
        {
            var who = Who(user);
            foreach (var order in user.Orders)
            {
                writer.Write($"{who},{What(order)}\n");
            }

            if (user.Orders.Count == 0)
            {
                writer.Write($"{who},,,,,\n");
            }
        }
    }

    static string Who(ThelookUser user)
    {
        var person = user.Person;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{user.Id},{person.FirstName},{person.LastName},{person.Age},{person.Gender},{person.Place.State},{person.Street},"
                + $"{person.PostalCode},{(user.HasCity ? person.Place.City : "")},{person.Place.Country},{Time(user.RegisteredOn)},{person.TrafficSource}"
        );
    }

    static string What(ThelookOrder order) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{order.Id},{order.Status},{Time(order.CreatedAt)},{order.Items},{order.Revenue:0.00}"
        );

    static string Time(DateTime time) =>
        time.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
