package az.qalxan.cooperation.conversation;

import az.qalxan.database.Sha256;
import az.qalxan.transmission.Attached;
import az.qalxan.transmission.Correspondence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keeps words; row-level security follows the request of which they speak. */
@Component
class WordStore {

    static final String OUT = "out";
    static final String IN = "in";
    private static final int ROWS = 500;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final Clock clock;

    WordStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A word to keep.
     *
     * @param request null for a word that speaks of none here
     * @param kind its name on the wire, which may be one that nobody knows
     * @param kept its content as {@link WordJson#kept} writes it; {@code {}} for none
     */
    record Fresh(
            UUID id,
            String direction,
            @Nullable UUID request,
            Correspondence with,
            @Nullable UUID reference,
            String kind,
            String kept,
            String author,
            String state,
            String reason,
            String detail) {}

    void add(Fresh word, List<Attached> files) {
        jdbc.sql(
                        """
                        insert into cooperation.word (peer, direction, id, request_id, conversation,
                          ours, theirs, reference, kind, content, at, author, state, reason, detail)
                        values (:peer, :direction, :id, :request, :conversation, :ours, :theirs,
                          :reference, :kind, cast(:content as jsonb), :at, :author, :state, :reason,
                          :detail)
                        """)
                .param("peer", word.with().peer())
                .param("direction", word.direction())
                .param("id", word.id())
                .param("request", word.request())
                .param("conversation", word.with().conversation())
                .param("ours", word.with().ours().value())
                .param("theirs", word.with().theirs().value())
                .param("reference", word.reference())
                .param("kind", word.kind())
                .param("content", word.kept())
                .param("at", now())
                .param("author", word.author())
                .param("state", word.state())
                .param("reason", word.reason())
                .param("detail", word.detail())
                .update();
        for (int place = 1; place <= files.size(); place++) {
            add(word, place, files.get(place - 1));
        }
    }

    private void add(Fresh word, int place, Attached file) {
        jdbc.sql(
                        """
                        insert into cooperation.word_file (peer, direction, word, place, name,
                          media_type, sha256, content)
                        values (:peer, :direction, :word, :place, :name, :type, :sha256, :content)
                        """)
                .param("peer", word.with().peer())
                .param("direction", word.direction())
                .param("word", word.id())
                .param("place", place)
                .param("name", file.name())
                .param("type", file.mediaType())
                .param("sha256", Sha256.of(file.content()))
                .param("content", file.content())
                .update();
    }

    /** A word of ours that is not handed to the transport yet, and where its request stands. */
    record Waiting(
            UUID id, @Nullable UUID request, Correspondence with, String kind, byte[] message) {}

    /** With whom the conversations are in which words wait. */
    List<Correspondence> awaited() {
        return jdbc.sql(
                        """
                        select distinct peer, ours, theirs, conversation from cooperation.word
                        where state = 'waiting'
                        """)
                .query((row, number) ->
                        TalkThread.with(
                                row.getString("peer"),
                                row.getString("ours"),
                                row.getString("theirs"),
                                row.getObject("conversation", UUID.class)))
                .list();
    }

    /** The oldest words that wait in a conversation, held until the transaction ends. */
    List<Waiting> waiting(Correspondence with, int most) {
        return jdbc.sql(
                        """
                        select id, request_id, peer, ours, theirs, conversation, reference, kind,
                          content
                        from cooperation.word
                        where state = 'waiting' and peer = :peer and conversation = :conversation
                        order by sequence limit :most for update
                        """)
                .param("peer", with.peer())
                .param("conversation", with.conversation())
                .param("most", most)
                .query(WordStore::waiting)
                .list();
    }

    private static Waiting waiting(ResultSet row, int number) throws SQLException {
        return new Waiting(
                row.getObject("id", UUID.class),
                row.getObject("request_id", UUID.class),
                TalkThread.with(
                        row.getString("peer"),
                        row.getString("ours"),
                        row.getString("theirs"),
                        row.getObject("conversation", UUID.class)),
                row.getString("kind"),
                WordJson.message(
                        row.getString("kind"),
                        row.getObject("reference", UUID.class),
                        row.getString("content")));
    }

    List<Attached> files(String peer, String direction, UUID word) {
        return jdbc.sql(
                        """
                        select name, media_type, content from cooperation.word_file
                        where peer = :peer and direction = :direction and word = :word
                        order by place
                        """)
                .param("peer", peer)
                .param("direction", direction)
                .param("word", word)
                .query((row, number) ->
                        new Attached(row.getString(1), row.getString(2), row.getBytes(3)))
                .list();
    }

    /** One file that came or went with a word about that request. */
    Optional<Attached> file(UUID request, UUID word, int place) {
        return jdbc.sql(
                        """
                        select f.name, f.media_type, f.content from cooperation.word_file f
                        join cooperation.word w
                          on w.peer = f.peer and w.direction = f.direction and w.id = f.word
                        where w.request_id = :request and f.word = :word and f.place = :place
                        limit 1
                        """)
                .param("request", request)
                .param("word", word)
                .param("place", place)
                .query((row, number) ->
                        new Attached(row.getString(1), row.getString(2), row.getBytes(3)))
                .optional();
    }

    /** What became of a word of ours. */
    record Settled(
            String peer, UUID id, String state, String digest, String reason, String detail) {}

    /** Notes it, unless the word has gone further already. */
    void settle(Settled settled, List<String> from) {
        jdbc.sql(
                        """
                        update cooperation.word
                        set state = :state, settled_at = :at, reason = :reason, detail = :detail,
                          digest = case when :digest = '' then digest else :digest end
                        where peer = :peer and direction = 'out' and id = :id
                          and state = any (:from)
                        """)
                .param("state", settled.state())
                .param("at", settled.state().equals("handed") ? null : now())
                .param("reason", settled.reason())
                .param("detail", settled.detail())
                .param("digest", settled.digest())
                .param("peer", settled.peer())
                .param("id", settled.id())
                .param("from", from.toArray(String[]::new))
                .update();
    }

    /** Whether a word of that kind was said about the request. */
    boolean said(UUID request, WordKind kind) {
        return jdbc.sql(
                        """
                        select exists (select from cooperation.word
                          where request_id = :request and direction = 'out' and kind = :kind)
                        """)
                .param("request", request)
                .param("kind", kind.wire())
                .query(Boolean.class)
                .single();
    }

    /** How many remarks of a peer about the request were taken since that moment. */
    int remarks(UUID request, String peer, Instant since) {
        return jdbc.sql(
                        """
                        select count(*) from cooperation.word
                        where request_id = :request and peer = :peer and direction = 'in'
                          and kind = :kind and state <> 'refused' and at >= :since
                        """)
                .param("request", request)
                .param("peer", peer)
                .param("kind", WordKind.REMARK.wire())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /** The words about a request, the oldest first; of very many the latest. */
    List<WordRow> of(UUID request) {
        return jdbc.sql(
                        """
                        select w.*, coalesce((
                          select jsonb_agg(jsonb_build_object('place', f.place, 'name', f.name,
                            'bytes', length(f.content), 'sha256', f.sha256) order by f.place)
                          from cooperation.word_file f
                          where f.peer = w.peer and f.direction = w.direction and f.word = w.id),
                          '[]') as files
                        from (select * from cooperation.word where request_id = :request
                          order by sequence desc limit :most) w
                        order by w.sequence
                        """)
                .param("request", request)
                .param("most", ROWS)
                .query(WordStore::row)
                .list();
    }

    private static WordRow row(ResultSet row, int number) throws SQLException {
        Optional<WordKind> kind = WordKind.ofWire(row.getString("kind"));
        @Nullable OffsetDateTime settled = row.getObject("settled_at", OffsetDateTime.class);
        boolean known = kind.isPresent() && !row.getString("content").equals("{}");
        return new WordRow(
                row.getObject("id", UUID.class),
                row.getString("direction").equals(OUT),
                kind.orElse(WordKind.REMARK),
                known
                        ? WordJson.stored(kind.get(), row.getString("content"))
                        : new Word.Remark(row.getString("kind")),
                instant(row.getObject("at", OffsetDateTime.class)),
                row.getString("author"),
                row.getString("state"),
                settled == null ? null : settled.toInstant(),
                row.getString("digest"),
                row.getString("reason"),
                row.getString("detail"),
                enclosed(row.getString("files")));
    }

    private static Instant instant(OffsetDateTime at) {
        return at.toInstant();
    }

    private static List<WordRow.Enclosed> enclosed(String json) {
        return JSON.readTree(json).valueStream().map(WordStore::enclosed).toList();
    }

    private static WordRow.Enclosed enclosed(JsonNode one) {
        return new WordRow.Enclosed(
                one.required("place").asInt(),
                one.required("name").asString(),
                one.required("bytes").asLong(),
                one.required("sha256").asString());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
