namespace Clientele.Warehouse;

/// <summary>A shelf of the shop: its place in the tree, its usual price and the things that lie on it.</summary>
/// <param name="Category">Index into <see cref="DemoWords.Categories"/>.</param>
/// <param name="Name">The sub-category.</param>
/// <param name="Pence">Price of an ordinary thing of the shelf.</param>
/// <param name="Things">Nouns, parted by bars.</param>
sealed record DemoShelf(int Category, string Name, int Pence, string Things);

/// <summary>The words of which product names are made. Every thing is on one shelf only, so names are unique.</summary>
static class DemoWords
{
    internal static readonly string[] Categories =
    [
        "Kitchen & Dining",
        "Home Decor",
        "Candles & Scents",
        "Garden & Outdoors",
        "Bags & Accessories",
        "Stationery & Craft",
        "Toys & Children",
        "Christmas & Parties",
    ];

    /// <summary>First letters of product codes, by category.</summary>
    internal static readonly string[] Codes = ["KD", "HD", "CS", "GO", "BA", "SC", "TC", "XP"];

    /// <summary>Part of the web site (1 home, 2 out and about, 3 gifts) that shows a category.</summary>
    internal static readonly int[] Sections = [1, 1, 1, 2, 2, 3, 3, 3];

    internal static readonly string[] Patterns =
    [
        "Botanical",
        "Scandi",
        "Polka Dot",
        "Vintage Rose",
        "Blue Willow",
        "Woodland",
        "Honey Bee",
        "Coastal Stripe",
        "Midnight Floral",
        "Gingham",
        "Swallow",
        "Wild Strawberry",
        "Cottage Garden",
        "Lavender",
        "Paisley",
        "Forget-Me-Not",
        "Folk Heart",
        "Sage Leaf",
        "Toadstool",
        "Moon and Stars",
    ];

    internal static readonly DemoShelf[] Shelves =
    [
        new(0, "Baking", 650, "Cake Tin|Rolling Pin|Cookie Cutter Set|Mixing Bowl|Oven Glove|Cupcake Stand"),
        new(0, "Tableware", 900, "Dinner Plate|Cereal Bowl|Serving Platter|Egg Cup|Salad Servers|Gravy Boat"),
        new(
            0,
            "Mugs & Glasses",
            620,
            "Enamel Mug|Espresso Cup|Teacup and Saucer|Tumbler|Travel Mug|Milk Jug"
        ),
        new(0, "Kitchen Linen", 750, "Tea Towel|Apron|Table Runner|Napkin Set|Placemat|Tea Cosy"),
        new(1, "Wall Art", 1200, "Picture Frame|Framed Print|Wall Clock|Metal Sign|Memo Board|Wall Hook"),
        new(1, "Cushions & Throws", 1800, "Cushion Cover|Knitted Throw|Floor Cushion|Bolster|Pouffe|Quilt"),
        new(1, "Vases & Bowls", 1100, "Bud Vase|Trinket Bowl|Flower Jug|Ginger Jar|Fruit Bowl|Terrarium"),
        new(1, "Lighting", 2200, "Table Lamp|Lampshade|Fairy Lights|Night Light|Paper Lantern|Desk Lamp"),
        new(
            2,
            "Scented Candles",
            700,
            "Soy Candle|Tin Candle|Pillar Candle|Votive|Tealight Pack|Candle Trio"
        ),
        new(
            2,
            "Candle Holders",
            850,
            "Tealight Holder|Candlestick|Hurricane Lamp|Candle Plate|Sconce|Candle Ring"
        ),
        new(
            2,
            "Home Fragrance",
            900,
            "Reed Diffuser|Room Spray|Oil Burner|Scent Sachet|Drawer Liner|Incense Set"
        ),
        new(2, "Bath & Soap", 500, "Soap Bar|Bath Bomb|Hand Cream|Bubble Bath|Bath Salts|Lip Balm"),
        new(3, "Planters", 1300, "Plant Pot|Hanging Basket|Window Box|Herb Planter|Seed Tray|Watering Can"),
        new(3, "Garden Tools", 850, "Hand Trowel|Garden Gloves|Secateurs|Twine Tin|Kneeling Pad|Dibber"),
        new(3, "Wildlife", 1500, "Bird Feeder|Bird Box|Bee Hotel|Bird Bath|Butterfly House|Hedgehog House"),
        new(3, "Outdoor Living", 1900, "Picnic Blanket|Picnic Basket|Deckchair|Garden Lantern|Bunting|Stool"),
        new(4, "Shopping Bags", 480, "Tote Bag|Jumbo Shopper|Foldable Shopper|Lunch Bag|Cool Bag|Jute Bag"),
        new(4, "Purses", 950, "Coin Purse|Wallet|Card Holder|Clutch|Passport Cover|Wash Bag"),
        new(4, "Jewellery", 1300, "Necklace|Bracelet|Earrings|Brooch|Charm|Ring Dish"),
        new(4, "Scarves & Hats", 1500, "Scarf|Bobble Hat|Headband|Sun Hat|Snood|Mittens"),
        new(5, "Notebooks", 550, "Notebook|Journal|Diary|Address Book|Sketch Pad|Recipe Book"),
        new(5, "Cards & Wrap", 260, "Greeting Card|Gift Wrap|Gift Tag Set|Card Box|Ribbon Reel|Tissue Paper"),
        new(5, "Pens & Desk", 520, "Pen Pot|Pencil Set|Desk Tidy|Ruler|Paperweight|Letter Rack"),
        new(5, "Craft Kits", 1100, "Sewing Kit|Knitting Kit|Embroidery Hoop|Button Jar|Felt Kit|Stamp Set"),
        new(6, "Soft Toys", 1400, "Rag Doll|Plush Rabbit|Teddy Bear|Hand Puppet|Sleepy Fox|Baby Rattle"),
        new(6, "Games & Puzzles", 900, "Jigsaw|Playing Cards|Dominoes|Memory Game|Spinning Top|Skittles"),
        new(6, "Children's Room", 1250, "Door Plaque|Height Chart|Money Box|Toy Box|Cot Mobile|Star Garland"),
        new(6, "Children's Meals", 580, "Beaker|Snack Pot|Lunch Box|Drinking Bottle|Bib|Toddler Spoon Set"),
        new(7, "Decorations", 450, "Bauble|Tree Topper|Wooden Reindeer|Snow Globe|Felt Robin|Tree Skirt"),
        new(
            7,
            "Advent & Stockings",
            1200,
            "Advent Calendar|Stocking|Santa Sack|Cracker Box|Advent House|Elf Hat"
        ),
        new(
            7,
            "Wreaths & Garlands",
            1700,
            "Door Wreath|Mantel Garland|Table Wreath|Pine Swag|Paper Chain|Berry Spray"
        ),
        new(7, "Party Supplies", 380, "Paper Plates|Paper Cups|Party Hats|Balloon Pack|Cake Topper|Banner"),
    ];
}
