package az.qalxan.command;

import az.qalxan.engines.ledger.BundleFlaw;
import az.qalxan.engines.ledger.BundleVerdict;
import az.qalxan.engines.ledger.Entry;
import az.qalxan.engines.ledger.StampCheck;
import az.qalxan.engines.ledger.Trust;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The verdict on a bundle, for people and as JSON. */
final class LedgerVerdictText {

    private final BundleVerdict verdict;
    private final boolean stampWanted;

    /**
     * Of that verdict.
     *
     * @param stampWanted whether a time stamp must lead to an authority that was given
     */
    LedgerVerdictText(BundleVerdict verdict, boolean stampWanted) {
        this.verdict = verdict;
        this.stampWanted = stampWanted;
    }

    /** Whether nothing is wrong and what was demanded is there. */
    boolean valid() {
        return verdict.valid() && !lacksStamp();
    }

    private boolean lacksStamp() {
        return stampWanted
                && verdict.stamps().stream()
                        .map(BundleVerdict.StampVerdict::genuine)
                        .noneMatch(genuine -> genuine != null && genuine.trusted());
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(
                verdict.origin().isEmpty()
                        ? "no checkpoint could be read"
                        : "log %s, checkpoint over %,d entries"
                                .formatted(verdict.origin(), verdict.size()));
        verdict.signed().forEach(one -> lines.add("  signed by " + signed(one)));
        lines.add("  " + trust());
        for (BundleVerdict.StampVerdict stamp : verdict.stamps()) {
            lines.add(mark(stamp.valid()) + stamp.member() + ": " + stamp(stamp));
            stamp.flaws().forEach(flaw -> lines.add("    " + told(flaw)));
        }
        for (BundleVerdict.ItemVerdict item : verdict.items()) {
            lines.add(mark(item.valid()) + item(item));
            item.files().forEach(file -> lines.add("    proves the file " + file));
            item.flaws().forEach(flaw -> lines.add("    " + told(flaw)));
        }
        if (verdict.items().isEmpty()) {
            lines.add("  no entry could be read here");
        }
        verdict.uncovered().forEach(file -> lines.add("  not covered by the ledger: " + file));
        verdict.flaws().forEach(flaw -> lines.add(mark(false) + told(flaw)));
        if (lacksStamp()) {
            lines.add(mark(false) + "no time stamp leads to a certificate given with --tsa");
        }
        lines.add(valid() ? "VALID" : "NOT VALID");
        return lines;
    }

    private static String mark(boolean valid) {
        return valid ? "valid      " : "NOT VALID  ";
    }

    private static String signed(Trust.Signed one) {
        return one.key().text() + (one.at() == null ? "" : " (witness, " + one.at() + ")");
    }

    private String trust() {
        return switch (verdict.trust()) {
            case OUTSIDE -> "the log's key was given from outside and signed";
            case BUNDLE ->
                    "the log's key is known only from this file: compare it with one that you"
                            + " have from elsewhere, or give that with --key";
            case NONE -> "no key of the log signed";
        };
    }

    private static String stamp(BundleVerdict.StampVerdict stamp) {
        StampCheck.Genuine genuine = stamp.genuine();
        if (genuine == null) {
            return "time stamp";
        }
        return "stamped %s by %s, %s"
                .formatted(
                        genuine.at(),
                        genuine.by(),
                        genuine.trusted()
                                ? "whose certificate leads to one given with --tsa"
                                : "whose certificate is known only from the stamp itself");
    }

    private static String item(BundleVerdict.ItemVerdict item) {
        Entry entry = item.entry();
        String label = item.label().isEmpty() ? "" : " \u201c" + item.label() + "\u201d";
        if (entry == null) {
            return item.id() + label;
        }
        return "%s %s%s, entry %d, recorded %s%s"
                .formatted(
                        entry.kind().word(),
                        item.id(),
                        label,
                        item.index(),
                        entry.at(),
                        item.opened() ? ", content shown" : ", content not shown");
    }

    /** What is wrong and where. */
    private static String told(BundleFlaw flaw) {
        String what =
                switch (flaw.kind()) {
                    case ARCHIVE -> "the archive's own bytes do not fit together";
                    case OTHER_ARCHIVE ->
                            "another program packed this archive; its items can be judged, but not"
                                    + " each of its bytes";
                    case BYTES -> "was changed after it was packed";
                    case MISSING -> "is missing";
                    case FORM -> "is not what belongs there";
                    case SIGNATURE -> "lacks a signature of the log or of a given key";
                    case FORGED -> "has a signature that its key did not make";
                    case PROOF -> "does not prove that the entry is in the log";
                    case OTHER_CHECKPOINT -> "is a proof for another checkpoint";
                    case CONTENT -> "is not the content that was recorded";
                    case FILE -> "is not the file that was recorded";
                    case UNNAMED_FILE -> "is not named by the content";
                    case STAMP -> "is not genuine or covers another checkpoint";
                };
        String member = flaw.member().isEmpty() ? "" : flaw.member() + " ";
        return member + what + where(flaw);
    }

    private static String where(BundleFlaw flaw) {
        BundleFlaw.ByteRange range = flaw.range();
        if (range == null) {
            return "";
        }
        String of = flaw.member().isEmpty() ? " of the file" : "";
        return range.exact()
                ? ": exactly byte %,d was changed".formatted(range.from())
                : ": within bytes %,d to %,d%s".formatted(range.from(), range.to() - 1, of);
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("valid", valid());
        json.put("stampMissing", lacksStamp());
        json.put("origin", verdict.origin());
        json.put("size", verdict.size());
        json.put("logKeyKnownFrom", verdict.trust().name());
        json.put("signed", verdict.signed().stream().map(LedgerVerdictText::json).toList());
        json.put("items", verdict.items().stream().map(LedgerVerdictText::json).toList());
        json.put("stamps", verdict.stamps().stream().map(LedgerVerdictText::json).toList());
        json.put("uncovered", verdict.uncovered());
        json.put("flaws", verdict.flaws().stream().map(LedgerVerdictText::json).toList());
        return json;
    }

    private static Map<String, Object> json(Trust.Signed one) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("key", one.key().text());
        if (one.at() != null) {
            json.put("at", one.at().toString());
        }
        return json;
    }

    private static Map<String, Object> json(BundleVerdict.ItemVerdict item) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", item.id());
        json.put("label", item.label());
        json.put("valid", item.valid());
        Entry entry = item.entry();
        if (entry != null) {
            json.put("kind", entry.kind().word());
            json.put("at", entry.at().toString());
        }
        json.put("index", item.index());
        json.put("contentShown", item.opened());
        json.put("files", item.files());
        json.put("flaws", item.flaws().stream().map(LedgerVerdictText::json).toList());
        return json;
    }

    private static Map<String, Object> json(BundleVerdict.StampVerdict stamp) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("member", stamp.member());
        json.put("valid", stamp.valid());
        StampCheck.Genuine genuine = stamp.genuine();
        if (genuine != null) {
            json.put("at", genuine.at().toString());
            json.put("by", genuine.by());
            json.put("trusted", genuine.trusted());
        }
        json.put("flaws", stamp.flaws().stream().map(LedgerVerdictText::json).toList());
        return json;
    }

    private static Map<String, Object> json(BundleFlaw flaw) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", flaw.kind().name());
        json.put("member", flaw.member());
        BundleFlaw.ByteRange range = flaw.range();
        if (range != null) {
            json.put("from", range.from());
            json.put("to", range.to());
            json.put("exact", range.exact());
        }
        json.put("told", told(flaw));
        return json;
    }
}
