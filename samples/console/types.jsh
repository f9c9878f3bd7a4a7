// Classes, records, enums and what else can be declared reach the executors.
/open check.jsh

record Point(int x, int y) implements Serializable {
    int sum() {
        return x + y;
    }
}
enum Colour {
    RED,
    GREEN {
        @Override
        String shout() {
            return "GREEN!";
        }
    };

    String shout() {
        return name();
    }
}
class Counter implements Serializable {
    static int perExecutor;
    int start = 1;

    int next() {
        perExecutor++;
        return ++start;
    }
}
same(onExecutor(x -> new Point(x, 2)), new Point(1, 2));
same(sc.parallelize(List.of(new Point(1, 2), new Point(3, 4)), 2).map(p -> p.sum()).collect(), List.of(3, 7));
same(onExecutor(x -> Colour.GREEN), Colour.GREEN);
same(onExecutor(x -> Colour.valueOf("RED").shout() + Colour.GREEN.shout()), "REDGREEN!");
same(onExecutor(x -> switch (Colour.GREEN) { case RED -> "r"; case GREEN -> "g"; }), "g");
same(onExecutor(x -> new Counter().next()), 2);
same(onExecutor(x -> { Counter.perExecutor = 41; return ++Counter.perExecutor; }), 42);

// a function that is a class, an anonymous class, a class with a method of its own type
class Doubling implements MapFunction<Long, Long> {
    public Long call(Long x) {
        return x * 2;
    }
}
var anonymous = new MapFunction<Long, Long>() {
    public Long call(Long x) {
        return x * 3;
    }
};
same(spark.range(3).map(new Doubling(), Encoders.LONG()).collectAsList(), List.of(0L, 2L, 4L));
same(spark.range(3).map(anonymous, Encoders.LONG()).collectAsList(), List.of(0L, 3L, 6L));

// a bean, grouped
public class Sale implements Serializable {
    private String shop;
    private long amount;
    public Sale() {}
    public Sale(String shop, long amount) { this.shop = shop; this.amount = amount; }
    public String getShop() { return shop; }
    public void setShop(String shop) { this.shop = shop; }
    public long getAmount() { return amount; }
    public void setAmount(long amount) { this.amount = amount; }
}
var sales = spark.createDataset(List.of(new Sale("a", 1), new Sale("b", 2), new Sale("a", 3)), Encoders.bean(Sale.class));
long extra = 100;
var sums = mapGroups(groupByKey(sales, sale -> sale.getShop(), Encoders.STRING()), (shop, rows) -> {
    long sum = extra;
    while (rows.hasNext()) {
        sum += rows.next().getAmount();
    }
    return shop + sum;
}, Encoders.STRING());
same(sums.sort("value").collectAsList(), List.of("a104", "b102"));

// an aggregator and a function with it in SQL
class Summing extends org.apache.spark.sql.expressions.Aggregator<Long, Long, Long> {
    public Long zero() { return 0L; }
    public Long reduce(Long sum, Long x) { return sum + x + extra; }
    public Long merge(Long a, Long b) { return a + b; }
    public Long finish(Long sum) { return sum; }
    public Encoder<Long> bufferEncoder() { return Encoders.LONG(); }
    public Encoder<Long> outputEncoder() { return Encoders.LONG(); }
}
spark.udf().register("summing", udaf(new Summing(), Encoders.LONG()));
same(spark.sql("select summing(id) from range(4)").first().getLong(0), 406L);

// a comparator, in the executors' sort and in the driver's
class Reverse implements Comparator<Integer>, Serializable {
    public int compare(Integer a, Integer b) { return (int) extra / 100 * Integer.compare(b, a); }
}
same(sc.parallelize(List.of(1, 3, 2)).mapToPair(x -> new scala.Tuple2<>(x, x)).sortByKey(new Reverse()).keys().collect(), List.of(3, 2, 1));
same(sc.parallelize(List.of(1, 3, 2)).max(new Reverse()), 1);

// redefined: JShell itself empties variables of the type, and then all is new
Point point = new Point(1, 2);
record Point(int x, int y) implements Serializable {
    int sum() {
        return 100 + x + y;
    }
}
same(point, null);
point = new Point(1, 2);
same(onExecutor(x -> point.sum()), 103);
