package az.qalxan.command;

import az.qalxan.engines.detection.indicator.IndicatorOrigin;
import az.qalxan.engines.detection.indicator.IndicatorReader;
import az.qalxan.engines.detection.indicator.IndicatorSet;
import az.qalxan.engines.detection.indicator.IndicatorsRead;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * Files of indicators as commands are given them.
 *
 * @param told what was read and what was refused, for people
 */
record IndicatorFiles(IndicatorSet set, List<String> told) {

    private static final int SHOWN_MAX = 5;

    static IndicatorFiles read(List<Path> files) throws IOException {
        IndicatorSet.Building building = new IndicatorSet.Building(new SecureRandom());
        List<String> told = new ArrayList<>();
        for (Path file : files) {
            String name = String.valueOf(file.getFileName());
            IndicatorOrigin origin = new IndicatorOrigin(name, IndicatorOrigin.UNSAID, "");
            try (InputStream in = Files.newInputStream(file)) {
                tell(name, IndicatorReader.read(in, origin, building), told);
            }
        }
        IndicatorSet set = building.build();
        if (!files.isEmpty()) {
            told.add(
                    "%,d different indicators, %,d bytes in memory, %,d too many of one value"
                            .formatted(set.count(), set.bytes(), set.crowded()));
        }
        return new IndicatorFiles(set, told);
    }

    private static void tell(String name, IndicatorsRead read, List<String> told) {
        told.add("%s: %,d indicators, %,d refused".formatted(name, read.read(), read.refused()));
        read.flaws().stream()
                .limit(SHOWN_MAX)
                .forEach(flaw -> told.add("  line %d: %s".formatted(flaw.line(), flaw.problem())));
    }
}
