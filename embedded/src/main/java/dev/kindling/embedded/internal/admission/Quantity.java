package dev.kindling.embedded.internal.admission;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An amount as Kubernetes writes it: {@code 500m}, {@code 2}, {@code 1536Mi}, {@code 1e3}. */
record Quantity(BigDecimal amount, boolean binary) {
    private static final Pattern FORM =
            Pattern.compile("(?<number>[+-]?(?:\\d+\\.?\\d*|\\.\\d+))(?<suffix>[numkMGTPE]|[KMGTPE]i|[eE][+-]?\\d+)?");
    private static final List<String> BINARY = List.of("Ki", "Mi", "Gi", "Ti", "Pi", "Ei");
    private static final List<String> DECIMAL = List.of("k", "M", "G", "T", "P", "E");
    private static final Map<String, Integer> SMALL = Map.of("n", 9, "u", 6, "m", 3);
    private static final BigDecimal KIBI = BigDecimal.valueOf(1024);

    static final Quantity ZERO = new Quantity(BigDecimal.ZERO, false);
    static final Quantity ONE = new Quantity(BigDecimal.ONE, false);

    static Optional<Quantity> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(matcher.group("number"));
        String suffix = Optional.ofNullable(matcher.group("suffix")).orElse("");
        if (BINARY.contains(suffix)) {
            return Optional.of(new Quantity(number.multiply(KIBI.pow(BINARY.indexOf(suffix) + 1)), true));
        }
        return Optional.of(new Quantity(number.scaleByPowerOfTen(exponent(suffix)), false));
    }

    Quantity plus(Quantity other) {
        return new Quantity(amount.add(other.amount), binary || other.binary);
    }

    Quantity max(Quantity other) {
        return amount.compareTo(other.amount) >= 0 ? this : other;
    }

    boolean isMoreThan(Quantity other) {
        return amount.compareTo(other.amount) > 0;
    }

    /** With the largest suffix that leaves a whole number. */
    @Override
    public String toString() {
        BigDecimal milli = amount.movePointRight(3).setScale(0, RoundingMode.CEILING);
        BigInteger[] whole = milli.toBigInteger().divideAndRemainder(BigInteger.valueOf(1000));
        if (whole[1].signum() != 0) {
            return milli.toBigInteger() + "m";
        }
        BigInteger step = BigInteger.valueOf(binary ? 1024 : 1000);
        BigInteger rest = whole[0];
        int power = 0;
        while (rest.signum() != 0 && power < BINARY.size() && rest.mod(step).signum() == 0) {
            rest = rest.divide(step);
            power++;
        }
        return power == 0 ? rest.toString() : rest + (binary ? BINARY : DECIMAL).get(power - 1);
    }

    private static int exponent(String suffix) {
        if (suffix.isEmpty()) {
            return 0;
        }
        if (suffix.length() > 1) {
            return Integer.parseInt(suffix.substring(1));
        }
        return SMALL.containsKey(suffix) ? -SMALL.get(suffix) : 3 * (DECIMAL.indexOf(suffix) + 1);
    }
}
