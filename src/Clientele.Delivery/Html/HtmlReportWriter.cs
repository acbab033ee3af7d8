using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging.Abstractions;

namespace Clientele.Delivery;

/// <summary>One HTML file that needs nothing else: no network, no second file, no script to be read.</summary>
/// <remarks>Razor components draw it; the pictures are SVG. Both themes, telephones and A4 are in the same file.</remarks>
public sealed class HtmlReportWriter : IReportWriter
{
    /// <inheritdoc/>
    public string Extension => "html";

    /// <inheritdoc/>
    public void Write(Report report, Stream output)
    {
        using var renderer = new HtmlRenderer(new NoServices(), NullLoggerFactory.Instance);
        var parameters = ParameterView.FromDictionary(
            new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(ReportPage.Report)] = report }
        );

        // Nothing in the components waits for anything: the page is whole as soon as it is begun.
        renderer
            .Dispatcher.InvokeAsync(() =>
            {
                using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true)
                {
                    NewLine = "\n",
                };
                renderer.BeginRenderingComponent<ReportPage>(parameters).WriteHtmlTo(writer);
            })
            .GetAwaiter()
            .GetResult();
    }

    /// <summary>The components ask for nothing; only their making is told, since the usual way compiles a factory a type.</summary>
    sealed class NoServices : IServiceProvider, IComponentActivator
    {
        public object? GetService(Type serviceType) =>
            serviceType == typeof(IComponentActivator) ? this : null;

        public IComponent CreateInstance(Type componentType) =>
            (IComponent)Activator.CreateInstance(componentType)!;
    }
}
