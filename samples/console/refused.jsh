// What cannot be sent is an error that names the variable, never a wrong value.
/open check.jsh

var ds = spark.range(5);
fails("console variable 'ds' is a Dataset, which exists only in the driver", () -> onExecutor(x -> ds.count()));
fails("console variable 'ds' is a Dataset", () -> map(spark.range(2), x -> ds.count(), Encoders.LONG()).collectAsList());
fails("console variable 'spark' is a SparkSession", () -> onExecutor(x -> spark.version()));
fails("console variable 'sc' is a JavaSparkContext", () -> onExecutor(x -> sc.version()));
var rdd = sc.parallelize(List.of(1));
fails("console variable 'rdd' is a JavaRDD", () -> onExecutor(x -> rdd.count()));

// not serialisable, itself or inside
class Connection {}
var conn = new Connection();
fails("console variable 'conn' can't be sent to executors: its class", () -> onExecutor(x -> conn.toString()));
var connections = new ArrayList<>(List.of(conn));
fails("console variable 'connections' can't be sent to executors: it holds an object of class", () -> onExecutor(x -> connections.size()));

// assigned
int counted = 0;
fails("console variable 'counted' can't be assigned", () -> sc.parallelize(List.of(1, 2)).foreach(x -> counted++));
fails("console variable 'counted' can't be assigned", () -> foreach(spark.range(3), x -> counted++));
void count() {
    counted++;
}
fails("console variable 'counted' can't be assigned", () -> sc.parallelize(List.of(1)).foreach(x -> count()));
same(counted, 0);

// and the session goes on
same(onExecutor(x -> counted), 0);
