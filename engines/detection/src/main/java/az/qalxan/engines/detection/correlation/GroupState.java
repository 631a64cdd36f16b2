package az.qalxan.engines.detection.correlation;

import az.qalxan.engines.detection.correlation.CorrelationFinding.GroupValue;
import az.qalxan.engines.detection.correlation.CorrelationFinding.Use;
import az.qalxan.engines.detection.correlation.WindowSettings.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The state of one group of one rule. What it finds depends only on the set of contributions and on
 * the watermark, not on the order in which they are added. For one thread.
 *
 * <p>Events wait until the watermark has passed them; then they come into the window, one instant
 * after another. A rule that can only come to hold is asked at every instant; one that can cease to
 * hold is asked of windows that no later event can make larger. After a finding the rule stays
 * silent for its time span, so that no event is told of twice.
 */
public final class GroupState {

    private static final int VERSION = 1;

    /** Of events that wait and are too many, one in so many goes at once. */
    private static final int SHED_SHARE = 8;

    /** So many events may always wait where they cannot matter yet, and one of so many others. */
    private static final int WAITING_MIN = 4;

    private static final int WAITING_SHARE = 8;

    private final PlannedRule rule;
    private final GroupKey key;
    private final Reckoning reckoning;

    /** The window's events, and behind them those that wait. */
    private final Ring ring;

    private int settled;

    /** Nothing before it will be added. */
    private long watermark;

    /** The last instant that came into the window. */
    private long last = Moments.NEVER;

    private long lastFinding = Moments.NEVER;

    /** Where the window began, unless windows slide. */
    private long begun = Moments.NEVER;

    /** Whether something came into the window since it was asked. */
    private boolean extended;

    /** When the latest of the events happened that were forgotten before their time. */
    private long lastShed = Moments.NEVER;

    /** Whether an event has several values, each of which counts. */
    private boolean several;

    private boolean ordered = true;
    private List<String> shown;
    private long shed;
    private long repeated;

    /** At which watermarks it stands among those that are due, or the end; for them alone. */
    long near = Moments.END;

    long far = Moments.END;
    boolean forgotten;

    GroupState(PlannedRule rule, GroupKey key, long watermark) {
        this(rule, key, watermark, new Ring());
    }

    private GroupState(PlannedRule rule, GroupKey key, long watermark, Ring ring) {
        this.rule = rule;
        this.key = key;
        this.watermark = watermark;
        this.ring = ring;
        shown = key.shown();
        reckoning = rule.reckoning();
    }

    /** What a contribution came to. */
    public enum Taken {
        YES,
        LATE,
        REPEATED
    }

    GroupKey key() {
        return key;
    }

    /** How many events it keeps. */
    int size() {
        return ring.size();
    }

    /** What they weigh. */
    long weight() {
        return ring.weight();
    }

    /** How many events were forgotten before their time. */
    public long shed() {
        return shed;
    }

    /** How many contributions only later turned out to be there already. */
    long repeated() {
        return repeated;
    }

    public Taken add(Contribution contribution) {
        Entry entry = Entry.of(contribution, key);
        if (entry.at < watermark) {
            return Taken.LATE;
        }
        int place = ring.place(rule.gathersFirst() ? lastPlace() : settled, entry);
        if (place >= 0) {
            ring.mark(place, entry.mask);
            return Taken.REPEATED;
        }
        several |= isSeveral(entry);
        if (rule.gathersFirst()) {
            ordered &= -1 - place == ring.size();
            ring.add(entry);
        } else {
            ring.insert(-1 - place, entry);
        }
        while (ring.weight() > rule.settings().limits().eventsPerGroup() && ring.size() > 1) {
            forget();
        }
        return Taken.YES;
    }

    private static boolean isSeveral(Entry entry) {
        return entry.extra != null && entry.extra.values().size() > 1;
    }

    private int lastPlace() {
        return Math.max(settled, ring.size() - 1);
    }

    /** Makes room: the oldest goes. */
    private void forget() {
        order();
        if (settled > 0) {
            boolean slides = rule.settings().kind() == Kind.SLIDING;
            if (slides || !(reckoning instanceof Counting || reckoning instanceof Sums)) {
                Entry entry = new Entry();
                ring.load(0, entry);
                reckoning.remove(entry);
            }
            lastShed = Math.max(lastShed, ring.at(0));
            ring.removeFirst(1);
            settled--;
            shed++;
        } else {
            int many = rule.gathersFirst() ? Math.max(1, ring.size() / SHED_SHARE) : 1;
            lastShed = Math.max(lastShed, ring.at(many - 1));
            ring.removeFirst(many);
            shed += many;
        }
    }

    private void order() {
        if (!ordered) {
            repeated += ring.sort(settled);
            ordered = true;
        }
    }

    /**
     * Goes on to the stream's watermark: nothing that happened before it will be added any more. A
     * rule above one whose windows have to close first stays behind by as much, by itself.
     */
    public List<CorrelationFinding> advance(Instant watermark) {
        return advance(Moments.watermark(watermark));
    }

    List<CorrelationFinding> advance(long stream) {
        long own = rule.own(stream);
        if (own <= watermark) {
            return List.of();
        }
        order();
        List<CorrelationFinding> found = new ArrayList<>(0);
        Entry entry = new Entry();
        while (settled < ring.size() && ring.at(settled) < own) {
            instant(ring.at(settled), entry, found);
        }
        switch (rule.settings().kind()) {
            case SLIDING -> slide(own, found);
            case TUMBLING -> {
                if (begun != Moments.NEVER && begun + rule.span() <= own) {
                    close(found);
                }
            }
            case SESSION -> {
                if (begun != Moments.NEVER && last + rule.span() < own) {
                    close(found);
                }
            }
        }
        watermark = own;
        return found;
    }

    /** All events of one instant come into the window. */
    private void instant(long at, Entry entry, List<CorrelationFinding> found) {
        open(at, found);
        boolean first = true;
        while (settled < ring.size() && ring.at(settled) == at) {
            ring.load(settled, entry);
            if (first) {
                Extra extra = entry.extra;
                shown = extra == null || extra.shown().isEmpty() ? key.shown() : extra.shown();
                first = false;
            }
            reckoning.add(entry);
            if (reckoning.keeps()) {
                if (entry.extra != null) {
                    ring.share(settled, reckoning.shared(entry.extra));
                }
                settled++;
            } else {
                ring.removeFirst(1);
            }
        }
        reckoning.settle();
        last = at;
        extended = true;
        if (!rule.closing()) {
            ask(found);
        }
    }

    /** Ends the window, or the part of it, that an event of the instant cannot belong to. */
    private void open(long at, List<CorrelationFinding> found) {
        switch (rule.settings().kind()) {
            case SLIDING -> slide(at, found);
            case TUMBLING -> {
                long slot = Math.floorDiv(at, rule.span()) * rule.span();
                if (begun != slot) {
                    close(found);
                    begun = slot;
                }
            }
            case SESSION -> {
                if (begun == Moments.NEVER || at - last > rule.span()) {
                    close(found);
                    begun = at;
                }
            }
        }
    }

    /** What is further back than the time span leaves; if it does, the window was a whole one. */
    private void slide(long until, List<CorrelationFinding> found) {
        if (settled == 0 || ring.at(0) + rule.span() >= until) {
            return;
        }
        if (rule.closing() && extended) {
            ask(found);
        }
        extended = false;
        Entry entry = new Entry();
        while (settled > 0 && ring.at(0) + rule.span() < until) {
            ring.load(0, entry);
            reckoning.remove(entry);
            ring.removeFirst(1);
            settled--;
        }
    }

    private void close(List<CorrelationFinding> found) {
        if (rule.closing() && extended && begun != Moments.NEVER) {
            ask(found);
        }
        ring.removeFirst(settled);
        settled = 0;
        reckoning.clear();
        extended = false;
        begun = Moments.NEVER;
    }

    /** Asks whether the window that ends with the last instant holds what the rule wants. */
    private void ask(List<CorrelationFinding> found) {
        boolean slides = rule.settings().kind() == Kind.SLIDING;
        long from = slides ? last - rule.span() : begun;
        if (!holds(from)) {
            return;
        }
        boolean silent =
                lastFinding != Moments.NEVER
                        && (slides ? last - rule.span() <= lastFinding : lastFinding >= begun);
        if (!silent) {
            lastFinding = last;
            found.add(finding(from, rule.use()));
        } else if (rule.repeats()) {
            found.add(finding(from, Use.REPEAT));
        }
    }

    private boolean holds(long from) {
        return rule.wantsAll()
                ? reckoning.count(from) == rule.rule().rules().size()
                : reckoning.holds(rule.rule().bounds(), from);
    }

    private CorrelationFinding finding(long from, Use use) {
        Gathered gathered = new Gathered();
        reckoning.gather(from, gathered);
        if (gathered.from() == Moments.END) {
            gather(gathered);
        }
        List<GroupValue> group = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            group.add(new GroupValue(rule.rule().groupBy().get(i), shown.get(i)));
        }
        return new CorrelationFinding(
                rule.key(),
                rule.rule(),
                group,
                Moments.instant(gathered.from()),
                Moments.instant(last),
                reckoning.value(from),
                reckoning.count(from),
                gathered.events(),
                gathered.rows(),
                use,
                lastShed != Moments.NEVER && lastShed >= from);
    }

    private void gather(Gathered gathered) {
        Entry entry = new Entry();
        int asked = rule.carried().isEmpty() ? 0 : Gathered.ROWS_ASKED_MAX;
        for (int i = settled - 1; i >= 0; i--) {
            if (gathered.full() && settled - i > asked) {
                break;
            }
            ring.load(i, entry);
            gathered.add(Node.of(entry), CorrelationFinding.EVENTS_MAX);
        }
        if (settled > 0) {
            gathered.from(ring.at(0));
        }
    }

    /** The watermark before which {@link #advance} has nothing to do. */
    public Instant due() {
        return Moments.instant(dueNanos());
    }

    long dueNanos() {
        long due = Moments.END;
        long span = rule.span();
        if (settled < ring.size()) {
            due = hurries() ? ring.at(settled) + 1 : ring.at(ring.size() - 1) + span + 1;
            due = ordered ? due : -Moments.MAX;
        }
        switch (rule.settings().kind()) {
            case SLIDING -> {
                if (rule.closing() && extended && settled > 0) {
                    due = Math.min(due, ring.at(0) + span + 1);
                }
                if (last != Moments.NEVER && settled == ring.size()) {
                    due = Math.min(due, last + span + 1);
                }
            }
            case TUMBLING -> due = begun == Moments.NEVER ? due : Math.min(due, begun + span);
            case SESSION -> due = begun == Moments.NEVER ? due : Math.min(due, last + span + 1);
        }
        return due == Moments.END ? due : due + rule.delay();
    }

    /**
     * Whether what waits has to come into the window when the watermark has passed it. Where a rule
     * wants more events than there are at all, some may wait until others come, or until none of
     * them matters any more: most groups never have enough.
     */
    boolean hurries() {
        int waiting = ring.size() - settled;
        return rule.enough() <= ring.size()
                || several
                || (waiting > WAITING_MIN && waiting > settled / WAITING_SHARE);
    }

    /** Whether nothing is left that could matter: it may be forgotten. */
    public boolean done() {
        if (settled < ring.size()) {
            return false;
        }
        return rule.settings().kind() == Kind.SLIDING
                ? last == Moments.NEVER || last + rule.span() < watermark
                : begun == Moments.NEVER;
    }

    /** Read again by {@link CorrelationPlan#state(byte[])}. */
    public byte[] bytes() {
        Writing out = new Writing();
        out.number(VERSION);
        out.text(rule.key());
        out.whole(rule.print());
        out.text(key.text());
        out.texts(key.shown());
        out.texts(shown);
        for (long one :
                new long[] {watermark, last, lastFinding, lastShed, begun, shed, repeated}) {
            out.number(one);
        }
        out.truth(extended);
        out.truth(ordered);
        out.number(settled);
        ring.write(out);
        reckoning.write(out);
        return out.bytes();
    }

    /** What a state's bytes begin with. */
    record Head(String rule, long print) {}

    static Head head(Reading in) throws BadState {
        if (in.number() != VERSION) {
            throw new BadState("it is of another version");
        }
        return new Head(in.text(), in.whole());
    }

    static GroupState read(PlannedRule rule, Reading in) throws BadState {
        GroupKey key = new GroupKey(in.text(), in.texts());
        List<String> shown = in.texts();
        long watermark = in.number();
        long[] moments = new long[6];
        for (int i = 0; i < moments.length; i++) {
            moments[i] = in.number();
        }
        boolean[] truths = {in.truth(), in.truth()};
        int settled = in.number(Integer.MAX_VALUE);
        GroupState state = new GroupState(rule, key, watermark, Ring.read(in));
        if (settled > state.ring.size()
                || shown.size() != rule.rule().groupBy().size()
                || key.shown().size() != shown.size()
                || !state.showsWhole(shown.size())) {
            throw new BadState("a group is not whole");
        }
        state.shown = shown;
        state.last = moments[0];
        state.lastFinding = moments[1];
        state.lastShed = moments[2];
        state.begun = moments[3];
        state.shed = moments[4];
        state.repeated = moments[5];
        state.extended = truths[0];
        state.ordered = truths[1];
        state.settled = settled;
        state.rebuild();
        state.reckoning.read(in);
        return state;
    }

    /** Whether what the entries show of the group is a value for each of its fields, or nothing. */
    private boolean showsWhole(int fields) {
        Entry entry = new Entry();
        for (int i = 0; i < ring.size(); i++) {
            ring.load(i, entry);
            int shows = entry.extra == null ? 0 : entry.extra.shown().size();
            if (shows != 0 && shows != fields) {
                return false;
            }
            several |= isSeveral(entry);
        }
        return true;
    }

    private void rebuild() {
        if (reckoning.rebuilt()) {
            Entry entry = new Entry();
            for (int i = 0; i < settled; i++) {
                ring.load(i, entry);
                reckoning.add(entry);
                if (entry.extra != null) {
                    ring.share(i, reckoning.shared(entry.extra));
                }
            }
        }
    }
}
