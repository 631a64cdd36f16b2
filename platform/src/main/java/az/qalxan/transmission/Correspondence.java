package az.qalxan.transmission;

import az.qalxan.access.BodyCode;
import java.util.UUID;

/**
 * Between whom messages go, and which of them belong together: they arrive in their order, and both
 * ends hold one digest over them.
 *
 * @param peer our code of the other instance
 * @param ours our body that speaks, or is spoken to
 * @param theirs the code of the peer's body, in the peer's words, for example {@code kz-24-7}
 * @param conversation the same at both ends, drawn by whoever began
 */
public record Correspondence(String peer, BodyCode ours, BodyCode theirs, UUID conversation) {}
