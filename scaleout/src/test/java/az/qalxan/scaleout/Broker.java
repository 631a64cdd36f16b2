package az.qalxan.scaleout;

import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Time;

/** A real broker of Kafka with its controller, in this process. */
final class Broker implements AutoCloseable {

    static final int PARTITIONS = 2;

    private static final String CLUSTER = "MkU3OEVBNTcwNTJENDM2Qk";
    private static final Duration POLL = Duration.ofMillis(100);

    private final String address;
    private final KafkaRaftServer server;
    private final Instant taken;

    private Broker(String address, KafkaRaftServer server, Instant taken) {
        this.address = address;
        this.server = server;
        this.taken = taken;
    }

    /**
     * @param taken when all records are sent, as they say
     */
    static Broker start(Path folder, Instant taken) throws IOException {
        int broker = freePort();
        String settings =
                """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                controller.listener.names=CONTROLLER
                log.dirs=%3$s
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=1
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=1
                group.initial.rebalance.delay.ms=0
                auto.create.topics.enable=false
                log.message.timestamp.after.max.ms=9223372036854775807
                """
                        .formatted(broker, freePort(), folder.resolve("kafka"));
        Path file = Files.writeString(folder.resolve("server.properties"), settings);
        PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream());
        StorageTool.execute(new String[] {"format", "-t", CLUSTER, "-c", file.toString()}, nowhere);
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
        }
        KafkaRaftServer server =
                new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
        server.startup();
        return new Broker("127.0.0.1:" + broker, server, taken);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address() {
        return address;
    }

    void topic(String name, int partitions) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
            admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1))).all().get();
        }
    }

    /** Sends some of the lines, which are numbered from 1, by turns to the partitions. */
    void send(String topic, List<byte[]> lines, int from, int until) {
        try (KafkaProducer<byte[], byte[]> producer = producer()) {
            for (int i = from; i < until; i++) {
                ProducerRecord<byte[], byte[]> record =
                        new ProducerRecord<>(
                                topic, i % PARTITIONS, taken.toEpochMilli(), null, lines.get(i));
                byte[] number = Integer.toString(i + 1).getBytes(StandardCharsets.US_ASCII);
                record.headers().add(Origin.LINE, number);
                var _ = producer.send(record);
            }
        }
    }

    /** Sends an event long after all others to each partition. */
    void close(String topic, Instant later) {
        try (KafkaProducer<byte[], byte[]> producer = producer()) {
            for (int i = 0; i < PARTITIONS; i++) {
                var _ =
                        producer.send(
                                new ProducerRecord<>(
                                        topic,
                                        i,
                                        later.toEpochMilli(),
                                        null,
                                        Scenario.later(later)));
            }
        }
    }

    private KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", address, "linger.ms", "5"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Everything in the topic's one partition that may be seen. */
    List<String> seen(String topic) {
        List<String> seen = new ArrayList<>();
        Map<String, Object> settings =
                Map.of("bootstrap.servers", address, "isolation.level", "read_committed");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            Long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (end != null && consumer.position(partition) < end) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    seen.add(new String(record.value(), StandardCharsets.UTF_8));
                }
            }
        }
        return seen;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
