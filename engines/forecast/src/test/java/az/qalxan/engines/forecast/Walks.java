package az.qalxan.engines.forecast;

import java.util.Random;

/** Invented series for tests. */
final class Walks {

    private Walks() {}

    /** Around a level, with noise. */
    static double[] steady(Random random, int length) {
        double[] values = new double[length];
        for (int i = 0; i < length; i++) {
            values[i] = 100 + 10 * random.nextGaussian();
        }
        return values;
    }

    /** Each from where the last one was. */
    static double[] walk(Random random, int length) {
        double[] values = new double[length];
        double at = 1_000;
        for (int i = 0; i < length; i++) {
            at += 10 * random.nextGaussian();
            values[i] = at;
        }
        return values;
    }

    /** Counts with a season, noughts among them. */
    static double[] counts(Random random, int length, int period) {
        double[] values = new double[length];
        for (int i = 0; i < length; i++) {
            double mean = 3 + 3 * Math.sin(2 * Math.PI * i / period);
            double limit = Math.exp(-mean);
            double product = random.nextDouble();
            while (product > limit) {
                values[i]++;
                product *= random.nextDouble();
            }
        }
        return values;
    }

    /** Of any kind, length and size that a caller might bring. */
    static double[] any(Random random) {
        int length = random.nextInt(120);
        double size = Math.pow(10, random.nextInt(-6, 14));
        return switch (random.nextInt(6)) {
            case 0 -> new double[length];
            case 1 -> counts(random, length, 1 + random.nextInt(13));
            case 2 -> random.doubles(length, -size, size).toArray();
            case 3 -> random.doubles(length).map(one -> one < 0.9 ? 0 : size).toArray();
            case 4 -> random.doubles(length).map(one -> size * Math.pow(one, 9)).toArray();
            default -> walk(random, length);
        };
    }
}
