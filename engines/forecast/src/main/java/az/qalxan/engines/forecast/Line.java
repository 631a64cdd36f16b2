package az.qalxan.engines.forecast;

/** A straight line by least squares through the known values, over their indices. */
record Line(double start, double slope) {

    static Line through(double[] values, int end) {
        double known = 0;
        double sumX = 0;
        double sumY = 0;
        for (int i = 0; i < end; i++) {
            if (!Double.isNaN(values[i])) {
                known++;
                sumX += i;
                sumY += values[i];
            }
        }
        double meanX = sumX / known;
        double meanY = sumY / known;
        double squares = 0;
        double products = 0;
        for (int i = 0; i < end; i++) {
            if (!Double.isNaN(values[i])) {
                squares += (i - meanX) * (i - meanX);
                products += (i - meanX) * (values[i] - meanY);
            }
        }
        double slope = squares == 0 ? 0 : products / squares;
        return new Line(meanY - slope * meanX, slope);
    }

    double at(double index) {
        return start + slope * index;
    }

    static int known(double[] values, int end) {
        int known = 0;
        for (int i = 0; i < end; i++) {
            known += Double.isNaN(values[i]) ? 0 : 1;
        }
        return known;
    }
}
