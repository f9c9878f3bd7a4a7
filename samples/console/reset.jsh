// After /reset the names of all classes come again, with other content, in the same session.
/open check.jsh

int kept = 5;
record Pair(int a) implements Serializable {}
spark.udf().register("fromBefore", (UDF1<Long, Long>) x -> x + kept, DataTypes.LongType);
same(onExecutor(x -> new Pair(kept)), new Pair(5));
var application = spark.sparkContext().applicationId();
System.setProperty("kindling.sample.application", application);

/reset
/open check.jsh

same(spark.sparkContext().applicationId(), System.getProperty("kindling.sample.application"));
String kept = "other";
record Pair(String a, String b) implements Serializable {}
same(onExecutor(x -> new Pair(kept, kept)), new Pair("other", "other"));
same(spark.sql("select fromBefore(1L)").first().getLong(0), 6L);
fails("/ by zero", () -> onExecutor(x -> x / (x - 1)));

/reset
/open check.jsh

long kept = 9;
same(onExecutor(x -> kept), 9L);
