package az.qalxan.directory;

import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.jurisdiction.Jurisdiction;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds, rewords and ends posts, and says who fills them. */
@Component
class PostEditing {

    private static final int NAME_MIN = 2;
    private static final int NAME_MAX = 120;

    private final PostStore posts;
    private final ChannelStore channels;
    private final AuditLog audit;
    private final Jurisdiction jurisdiction;
    private final Clock clock;

    PostEditing(
            PostStore posts,
            ChannelStore channels,
            AuditLog audit,
            Jurisdiction jurisdiction,
            Clock clock) {
        this.posts = posts;
        this.channels = channels;
        this.audit = audit;
        this.jurisdiction = jurisdiction;
        this.clock = clock;
    }

    @Transactional
    public void add(Organisation organisation, PostWords words) {
        refuse(words.violations());
        Post post =
                new Post(
                        UUID.randomUUID(),
                        organisation.code().value(),
                        words,
                        false,
                        Post.NO_SOURCE);
        posts.insert(post, clock.instant());
        record(DirectoryAct.POST_ADDED, organisation, Map.of("title", words.titleEn()));
    }

    @Transactional
    public void reword(Organisation organisation, UUID id, PostWords words) {
        refuse(words.violations());
        Post before = post(organisation, id);
        posts.reword(id, words);
        record(
                DirectoryAct.POST_REWORDED,
                organisation,
                Map.of("from", before.words().titleEn(), "to", words.titleEn()));
    }

    /** Ends the post, the time of whoever fills it, and its channels. */
    @Transactional
    public void end(Organisation organisation, UUID id) {
        Post post = post(organisation, id);
        posts.endPeople(id, today());
        channels.endOfPost(id, clock.instant());
        posts.end(id, clock.instant());
        record(DirectoryAct.POST_ENDED, organisation, Map.of("title", post.words().titleEn()));
    }

    @Transactional
    public void name(Organisation organisation, UUID post, String name, LocalDate since) {
        List<Violation> wrong = new ArrayList<>();
        String bare = name.strip();
        if (bare.length() < NAME_MIN || bare.length() > NAME_MAX) {
            wrong.add(
                    Violation.at(
                            "name", "directory.wrong.name", bare.length(), NAME_MIN, NAME_MAX));
        }
        if (since.isAfter(today())) {
            wrong.add(Violation.at("since", "directory.wrong.since", since));
        }
        refuse(wrong);
        Post filled = post(organisation, post);
        Person person = new Person(UUID.randomUUID(), post, bare, since, null);
        posts.name(person);
        record(
                DirectoryAct.PERSON_NAMED,
                organisation,
                Map.of("person", person.id().toString(), "post", filled.words().titleEn()));
    }

    @Transactional
    public void endPerson(Organisation organisation, UUID person) {
        if (!posts.endPerson(person, organisation.code().value(), today())) {
            throw ProblemFound.of(DirectoryProblem.ENTRY_ENDED);
        }
        record(DirectoryAct.PERSON_ENDED, organisation, Map.of("person", person.toString()));
    }

    private Post post(Organisation organisation, UUID id) {
        return posts.post(id, organisation.code().value())
                .orElseThrow(() -> ProblemFound.of(DirectoryProblem.ENTRY_ENDED));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), jurisdiction.zone());
    }

    private void record(DirectoryAct act, Organisation organisation, Map<String, String> how) {
        audit.record(act, AuditSubject.of("organisation", organisation.code()), how);
    }

    private static void refuse(List<Violation> wrong) {
        if (!wrong.isEmpty()) {
            throw ProblemFound.with(WebProblem.INVALID_INPUT, wrong);
        }
    }
}
