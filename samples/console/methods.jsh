// Methods, lambdas in lambdas, recursion, redefinition.
/open check.jsh

int base = 10;
int plusBase(int x) {
    return x + base;
}
int twice(int x) {
    return plusBase(plusBase(x));
}
same(onExecutor(x -> plusBase(x)), 11);
same(onExecutor(x -> twice(x)), 21);
same(sc.parallelize(List.of(1, 2)).map(x -> plusBase(x)).collect(), List.of(11, 12));

// a method reference
Integer reference(Integer x) {
    return (int) (x * base);
}
MapFunction<Integer, Integer> stored = x -> plusBase(x);
same(onExecutor(x -> reference(x)), 10);

// redefined: new code has the new one, a lambda that was stored keeps the old one
int plusBase(int x) {
    return x + base + 1000;
}
same(onExecutor(x -> plusBase(x)), 1011);
same(onExecutor(stored), 11);
long base = 20;
int plusBase(int x) {
    return (int) (x + base);
}
same(onExecutor(x -> plusBase(x)), 21);
same(onExecutor(x -> twice(x)), 41);

// lambdas in lambdas, suppliers, lazy iterators, other threads of a task
same(onExecutor(x -> ((Supplier<Long> & Serializable) () -> Stream.of(1L, 2L).map(y -> y + base).mapToLong(y -> y).sum()).get()), 43L);
same(sc.parallelize(List.of(1, 2, 3), 1).mapPartitions(rows -> {
    var all = new ArrayList<Integer>();
    rows.forEachRemaining(all::add);
    return all.stream().map(y -> y + (int) base).iterator();
}).collect(), List.of(21, 22, 23));
same(onExecutor(x -> IntStream.range(0, 1000).parallel().mapToLong(y -> base).sum()), 20_000L);

int depth = 5;
int down(int x) {
    return x == depth ? 0 : 1 + down(x + 1);
}
same(onExecutor(x -> down(0)), 5);

// a method that is declared after the one that uses it
int early(int x) {
    return late(x) + 1;
}
int late(int x) {
    return x + depth;
}
same(onExecutor(x -> early(1)), 7);
