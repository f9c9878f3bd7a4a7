// What is changed between two jobs the second one sees, also in code that was registered before.
/open check.jsh

int i = 1;
var seen = new ArrayList<Integer>();
spark.udf().register("getI", (UDF1<Long, Integer>) x -> i, DataTypes.IntegerType);
same(onExecutor(x -> i), 1);
i = 100;
same(onExecutor(x -> i), 100);
same(spark.sql("select getI(0L)").first().getInt(0), 100);

// in a loop inside one snippet
for (i = 0; i < 3; i++) {
    seen.add(onExecutor(x -> i));
}
same(seen, List.of(0, 1, 2));

// a change inside an object
seen.add(9);
same(onExecutor(x -> seen.size()), 4);

// the next micro-batch of a running stream
int factor = 1;
var stream = spark.readStream().format("rate-micro-batch").option("rowsPerBatch", 1).option("startTimestamp", 0).load();
var query = stream.map((MapFunction<Row, Integer>) row -> factor, Encoders.INT())
        .writeStream().format("memory").queryName("factors").start();
void awaitFactor(int wanted) throws Exception {
    var end = System.nanoTime() + 120_000_000_000L;
    while (spark.sql("select * from factors where value = " + wanted).isEmpty()) {
        if (query.exception().isDefined() || System.nanoTime() > end) {
            throw new AssertionError("no row with " + wanted + ": " + query.exception());
        }
        Thread.sleep(100);
    }
}
awaitFactor(1);
factor = 5;
awaitFactor(5);
query.stop();
