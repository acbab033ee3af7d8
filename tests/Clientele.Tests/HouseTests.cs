using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Clientele.Models;

namespace Clientele.Tests;

/// <summary>Guards the house as the compiler guards the code: rooms, names, comments, sizes.</summary>
public sealed class HouseTests
{
    static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Warehouse"] = [],
        ["Models"] = [],
        ["Features"] = ["Warehouse"],
        ["Insights"] = ["Features", "Models", "Warehouse"],
        ["Delivery"] = ["Insights"],
        ["Cli"] = ["Delivery", "Features", "Insights", "Models", "Warehouse"],
    };

    /// <summary>Interfaces that stand before their second implementation, because an issue that is planned brings it.</summary>
    static readonly string[] Seams = ["IDatabase", "IReportWriter"];

    static readonly string Root = TestData.ProjectRoot();

    public static TheoryData<string> Rooms => [.. Allowed.Keys];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_uses_only_the_rooms_before_it(string room)
    {
        var used = Load(room)
            .GetReferencedAssemblies()
            .Select(a => a.Name!)
            .Where(name => name.StartsWith("Clientele.", StringComparison.Ordinal))
            .Select(name => name["Clientele.".Length..]);

        Assert.Empty(used.Except(Allowed[room]));
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_names_in_its_project_only_the_rooms_before_it(string room)
    {
        var project = XDocument.Load(
            Path.Combine(Root, "src", $"Clientele.{room}", $"Clientele.{room}.csproj")
        );
        var named = project
            .Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension((string)r.Attribute("Include")!))
            .Select(name => name["Clientele.".Length..]);

        Assert.Empty(named.Except(Allowed[room]));
    }

    [Fact]
    public void Every_source_project_is_a_room()
    {
        var projects = Directory
            .GetDirectories(Path.Combine(Root, "src"))
            .Select(folder => Path.GetFileName(folder)["Clientele.".Length..]);

        Assert.Equal(Allowed.Keys.Order(StringComparer.Ordinal), projects.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_has_one_namespace_whatever_the_folder(string room) =>
        Assert.All(TypesOf(room), type => Assert.Equal($"Clientele.{room}", type.Namespace));

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Every_type_is_sealed_or_static_or_the_root_of_closed_records(string room) =>
        Assert.All(
            TypesOf(room).Where(t => t.IsClass && !IsComponent(t) && !typeof(Delegate).IsAssignableFrom(t)),
            type =>
                Assert.True(
                    type.IsSealed || (type.IsAbstract && IsClosed(type)),
                    $"{type.FullName} is neither sealed, static, nor the root of a closed hierarchy."
                )
        );

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Every_public_type_is_documented(string room)
    {
        var xml = XDocument.Load(Path.ChangeExtension(Load(room).Location, ".xml"));
        var told = xml.Descendants("member")
            .Where(m => m.Element("summary")?.Value.Trim().Length > 0)
            .Select(m => (string)m.Attribute("name")!)
            .ToHashSet();

        Assert.All(
            TypesOf(room).Where(t => t.IsPublic && !IsComponent(t)),
            type => Assert.Contains($"T:{type.FullName}", told)
        );
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void An_interface_has_two_implementations_or_is_a_known_seam(string room)
    {
        var types = TypesOf(room).ToList();

        Assert.All(
            types.Where(t => t.IsInterface && !Seams.Contains(t.Name)),
            role =>
                Assert.True(
                    types.Count(t => t.IsClass && role.IsAssignableFrom(t)) >= 2,
                    $"{role.Name} has one."
                )
        );
    }

    [Fact]
    public void The_defaults_of_all_options_are_valid()
    {
        var options = Allowed
            .Keys.SelectMany(TypesOf)
            .Where(t => t.IsPublic && t.Name.EndsWith("Options", StringComparison.Ordinal))
            .Where(t => t.GetConstructor(Type.EmptyTypes) != null)
            .Select(t => Activator.CreateInstance(t)!)
            .ToList();

        Assert.True(options.Count >= 8, $"Only {options.Count} options were found.");
        Assert.All(
            options,
            defaults =>
            {
                var faults = new List<ValidationResult>();
                Validator.TryValidateObject(defaults, new(defaults), faults, validateAllProperties: true);
                Assert.Empty(faults);
                Assert.Same(defaults, Require.Valid(defaults));
            }
        );
    }

    [Fact]
    public void No_file_is_longer_than_300_lines() =>
        Assert.All(
            Files("src", "*.cs").Concat(Files("tests", "*.cs")).Concat(Files("src", "*.razor")),
            file =>
                Assert.True(
                    File.ReadLines(file).Count() <= 300,
                    $"{file} has {File.ReadLines(file).Count()}."
                )
        );

    [Fact]
    public void Every_query_opens_with_its_meaning_and_grain() =>
        Assert.All(
            Files("src", "*.sql"),
            file =>
            {
                var opening = File.ReadLines(file)
                    .TakeWhile(line => line.StartsWith("--", StringComparison.Ordinal))
                    .ToList();
                var asked = file.EndsWith(".checks.sql", StringComparison.Ordinal) ? "No rows:" : "Grain:";
                Assert.True(
                    opening.Any(line => line.Contains(asked, StringComparison.Ordinal)),
                    $"{file} does not say '{asked}' in its opening comment."
                );
            }
        );

    [Fact]
    public void The_lock_file_names_no_registry()
    {
        using var locked = JsonDocument.Parse(File.ReadAllText(Path.Combine(Root, "package-lock.json")));

        Assert.All(
            locked.RootElement.GetProperty("packages").EnumerateObject(),
            package =>
                Assert.False(
                    package.Value.TryGetProperty("resolved", out _),
                    $"{package.Name} is tied to a registry."
                )
        );
    }

    [Fact]
    public void No_file_holds_a_path_of_somebodys_machine()
    {
        // Written in two parts, so that this file does not find itself.
        var paths = new Regex(
            "(?<![\\w.$}~-])/(" + "work|root|tmp|home)/[a-z]",
            RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(10)
        );

        Assert.All(
            Files(".", "*").Where(IsText),
            file =>
            {
                var found = paths.Match(File.ReadAllText(file));
                Assert.False(found.Success, $"{file} holds '{found.Value}'.");
            }
        );
    }

    static Assembly Load(string room) => Assembly.Load($"Clientele.{room}");

    static IEnumerable<Type> TypesOf(string room) =>
        Load(room)
            .GetTypes()
            .Where(t => !t.IsNested && t.GetCustomAttribute<CompilerGeneratedAttribute>() == null)
            .Where(t =>
                !t.Name.Contains('<', StringComparison.Ordinal)
                && t.Namespace?.StartsWith("Clientele", StringComparison.Ordinal) == true
            );

    /// <summary>Razor makes classes of components, and does not seal them.</summary>
    static bool IsComponent(Type type) =>
        type.Name == "_Imports"
        || typeof(Microsoft.AspNetCore.Components.ComponentBase).IsAssignableFrom(type);

    static bool IsClosed(Type root) =>
        root.Assembly.GetTypes().Where(t => t.IsSubclassOf(root)).All(t => t.IsSealed)
        && root.GetMethod("<Clone>$") != null;

    static IEnumerable<string> Files(string folder, string pattern) =>
        Directory
            .EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(Root, file).Split(Path.DirectorySeparatorChar).Any(IsMade))
            .Order(StringComparer.Ordinal);

    static bool IsMade(string part) =>
        part
            is "artifacts"
                or "node_modules"
                or "bin"
                or "obj"
                or ".git"
                or ".vs"
                or ".idea"
                or "demo"
                or "BenchmarkDotNet.Artifacts";

    static bool IsText(string file) =>
        Path.GetExtension(file)
            is not (".png" or ".gz" or ".xlsx" or ".duckdb" or ".parquet" or ".woff2" or ".pdf");
}
