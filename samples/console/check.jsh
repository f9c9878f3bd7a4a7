// What the other scripts check with.

import org.apache.spark.broadcast.Broadcast;

void same(Object actual, Object expected) {
    if (!Objects.deepEquals(actual, expected)) {
        throw new AssertionError("expected " + expected + ", but it was " + actual);
    }
}

interface Attempt {
    void run() throws Exception;
}

void fails(String why, Attempt attempt) {
    try {
        attempt.run();
    } catch (Exception | Error e) {
        for (Throwable each = e; each != null; each = each.getCause()) {
            if (String.valueOf(each.getMessage()).contains(why)) {
                return;
            }
        }
        throw new AssertionError("expected to fail with '" + why + "', but it was " + e, e);
    }
    throw new AssertionError("expected to fail with '" + why + "', but it did not");
}

/** What one task makes of nothing but the variables of the console. */
<T extends Serializable> T onExecutor(MapFunction<Integer, T> code) {
    return sc.parallelize(List.of(1), 1).map(x -> code.call(x)).collect().get(0);
}
