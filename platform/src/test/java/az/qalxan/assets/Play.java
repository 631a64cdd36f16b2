package az.qalxan.assets;

import az.qalxan.reporting.ReportId;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Makes holdings and transfers for the tests of tracing. */
final class Play {

    static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

    private Play() {}

    static ReportId report(int number) {
        return new ReportId(new UUID(7, number));
    }

    static Holding victim(int number) {
        return Holding.victim(report(number), "M-2026-" + number);
    }

    static Holding account(int number) {
        return new Holding(HoldingKind.ACCOUNT, "iban:" + number, "AZ" + number);
    }

    static Transfer transfer(int minute, Holding from, Holding to, String amount) {
        Money money = Money.of(amount, "AZN");
        return transfer(minute, from, to, money, money);
    }

    static Transfer transfer(int minute, Holding from, Holding to, Money sent, Money received) {
        return new Transfer(
                new UUID(minute, from.key().hashCode() * 31L + to.key().hashCode()),
                from,
                to,
                sent,
                received,
                START.plusSeconds(60L * minute),
                KnownBy.BANK,
                true,
                String.valueOf(minute));
    }

    /** Random transfers with small sums, circles, exchanges and several at one moment. */
    static List<Transfer> random(Random random, int many) {
        List<Transfer> transfers = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            Holding to =
                    random.nextInt(15) == 0
                            ? victim(random.nextInt(4))
                            : account(random.nextInt(6));
            Holding from =
                    random.nextInt(3) == 0 ? victim(random.nextInt(4)) : account(random.nextInt(6));
            if (!from.key().equals(to.key()) && !(from.isVictim() && to.isVictim())) {
                transfers.add(random(random, i, from, to));
            }
        }
        return transfers;
    }

    private static Transfer random(Random random, int number, Holding from, Holding to) {
        String currency = random.nextInt(8) == 0 ? "USDT" : "AZN";
        Money sent = Money.ofUnits(BigInteger.valueOf(1 + random.nextInt(60)), currency);
        Money received =
                switch (random.nextInt(8)) {
                    case 0 -> Money.ofUnits(BigInteger.valueOf(1 + random.nextInt(60)), "USD");
                    case 1 ->
                            Money.ofUnits(
                                    BigInteger.valueOf(1 + random.nextInt(sent.units().intValue())),
                                    currency);
                    default -> sent;
                };
        return new Transfer(
                new UUID(random.nextLong(), number),
                from,
                to,
                sent,
                received,
                START.plusSeconds(60L * (number / (1 + random.nextInt(3)))),
                KnownBy.BANK,
                random.nextBoolean(),
                String.valueOf(number));
    }
}
