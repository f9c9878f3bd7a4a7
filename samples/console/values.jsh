// A console variable read in executor code has the value that the user sees, whatever its type.
/open check.jsh

int anInt = 7;
long aLong = 1L << 40;
double aDouble = 2.5;
float aFloat = 1.5f;
boolean aBoolean = true;
byte aByte = 3;
short aShort = 300;
char aChar = 'k';
Integer boxed = 11;
String text = "text";
var list = new ArrayList<>(List.of(1, 2, 3));
var map = Map.of("one", 1);
int[] array = {4, 5, 6};
var nothing = (String) null;

var numbers = spark.range(5);
same(map(numbers, x -> x + anInt + aLong, Encoders.LONG()).collectAsList().get(4), 4 + 7 + (1L << 40));
same(onExecutor(x -> aDouble + aFloat), 4.0);
same(onExecutor(x -> aBoolean), true);
same(onExecutor(x -> aByte + aShort), 303);
same(onExecutor(x -> aChar), 'k');
same(onExecutor(x -> boxed + text), "11text");
same(onExecutor(x -> list.get(2) + map.get("one")), 4);
same(onExecutor(x -> array[0] + array.length), 7);
same(onExecutor(x -> nothing == null), true);

// by a Scala function's shape, a Dataset filter, a UDF, and in SQL
same(numbers.filter((FilterFunction<Long>) x -> x % 2 == anInt % 2).count(), 2L);
spark.udf().register("plusInt", (UDF1<Long, Long>) x -> x + anInt, DataTypes.LongType);
same(spark.sql("select plusInt(1L)").first().getLong(0), 8L);

// Broadcast and accumulator
var broadcast = sc.broadcast("shared");
var counter = sc.sc().longAccumulator("counter");
same(onExecutor(x -> broadcast.value()), "shared");
foreach(numbers, x -> counter.add(x));
same(counter.value(), 10L);
