// Jobs that run at the same time have each the value of when they were submitted.
/open check.jsh

int submitted = 1;
JavaFutureAction<List<Integer>> slow() {
    return sc.parallelize(List.of(1), 1).map(x -> {
        Thread.sleep(1500);
        return submitted;
    }).collectAsync();
}
var first = slow();
var end = System.nanoTime() + 60_000_000_000L;
while (sc.statusTracker().getActiveStageIds().length == 0 && System.nanoTime() < end) Thread.sleep(10);
submitted = 2;
var second = slow();
same(first.get(), List.of(1));
same(second.get(), List.of(2));
