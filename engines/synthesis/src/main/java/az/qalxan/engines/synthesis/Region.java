package az.qalxan.engines.synthesis;

import java.util.List;
import java.util.Locale;

/** The fourteen economic regions, with a weight after population and use of the network. */
enum Region {
    BAKU(3700),
    ABSHERON_KHIZI(800),
    GANJA_DASHKASAN(640),
    QAZAKH_TOVUZ(560),
    LANKARAN_ASTARA(760),
    GUBA_KHACHMAZ(470),
    SHAKI_ZAGATALA(500),
    CENTRAL_ARAN(600),
    MIL_MUGHAN(420),
    SHIRVAN_SALYAN(410),
    MOUNTAINOUS_SHIRVAN(270),
    KARABAKH(330),
    EASTERN_ZANGEZUR(90),
    NAKHCHIVAN(360);

    private static final Weighted<Region> ALL = Weighted.of(List.of(values()), r -> r.weight);

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final int weight;

    Region(int weight) {
        this.weight = weight;
    }

    static Region pick(Dice dice) {
        return ALL.pick(dice);
    }

    String code() {
        return code;
    }
}
