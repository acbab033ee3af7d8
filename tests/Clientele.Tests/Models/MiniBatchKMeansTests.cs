using Clientele.Models;

namespace Clientele.Tests.Models;

public sealed class MiniBatchKMeansTests : CenterClustererContract
{
    protected override IClusterer Create(int clusters, int seed, int threads) =>
        new MiniBatchKMeans(
            new MiniBatchKMeansOptions
            {
                Clusters = clusters,
                Seed = seed,
                Threads = threads,
                BatchSize = 200,
            }
        );
}
