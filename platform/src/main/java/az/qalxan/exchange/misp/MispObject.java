package az.qalxan.exchange.misp;

import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/**
 * An object of an event (MISP core format, section 2.5), without its attributes.
 *
 * @param own what it says itself of its distribution
 */
record MispObject(UUID uuid, String name, Level own, ObjectNode content) {}
