// Objects whose methods read variables, wherever they come from.
/open check.jsh

int rate = 3;
interface Pricing extends Serializable {
    int price(int amount);
}
class Rated implements Pricing {
    public int price(int amount) {
        return amount * rate;
    }

    @Override
    public String toString() {
        return "rated " + rate;
    }
}
var rated = new Rated();
Pricing byInterface = rated;
var sentAlong = sc.broadcast(rated);
same(onExecutor(x -> rated.price(2)), 6);
same(onExecutor(x -> byInterface.price(2)), 6);
same(onExecutor(x -> sentAlong.value().price(2)), 6);
same(sc.parallelize(List.of(new Rated()), 1).map(each -> each.price(2)).collect(), List.of(6));
same(sc.parallelize(List.<Object>of(new Rated()), 1).map(each -> String.valueOf(each)).collect(), List.of("rated 3"));
same(sc.parallelize(List.<Pricing>of(new Rated()), 1).map(each -> each.price(5)).collect(), List.of(15));

// a class with one method for the driver; the lambda uses the other
var data = spark.range(3);
class Both implements Serializable {
    long count() {
        return data.count();
    }

    int here(int x) {
        return x + 1;
    }
}
var both = new Both();
same(both.count(), 3L);
same(onExecutor(x -> both.here(x)), 2);
class OnlyHere implements Serializable {
    int here(int x) {
        return new Both().here(x);
    }
}
same(onExecutor(x -> new OnlyHere().here(x)), 2);
