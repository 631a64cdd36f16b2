package az.qalxan.assets;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** By which rule it is proposed who gets how much of what can be given back. */
enum ReturnRule {
    /** Everybody in proportion to what is theirs. */
    PROPORTIONAL,
    /** Whose money came first is made whole first. */
    FIRST_TRACED;

    /** The name in the database; message key {@code assets.return.<code>}. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The rule of that code; proportional for any other text. */
    static ReturnRule of(String code) {
        return code.equals(FIRST_TRACED.code()) ? FIRST_TRACED : PROPORTIONAL;
    }

    /** What each gets of {@code free}: never more than the claim, and all of it if claims allow. */
    List<Claim> propose(Money free, List<Claim> claims) {
        return switch (this) {
            case PROPORTIONAL -> FrozenShares.shares(free, claims);
            case FIRST_TRACED -> inTurn(free, claims);
        };
    }

    private static List<Claim> inTurn(Money free, List<Claim> claims) {
        List<Claim> shares = new ArrayList<>(claims.size());
        BigInteger left = free.units();
        for (Claim claim : claims) {
            BigInteger share = claim.traced().units().min(left);
            left = left.subtract(share);
            shares.add(
                    new Claim(
                            claim.report(),
                            claim.reference(),
                            Money.ofUnits(share, free.currency())));
        }
        return shares;
    }
}
