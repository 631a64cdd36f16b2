package az.qalxan.engines.linking.record;

/** Who shares a field's value without being the same person, and what can change together. */
enum Scope {
    /** Nobody but by chance: given name, date of birth, identity number. */
    PERSON,
    /** People who live together, wherever they live: family name, phone. */
    FAMILY,
    /** People who live together; changes when a person moves: street and its number. */
    HOME,
    /** People of one neighbourhood; changes when a person moves: suburb, postcode, state. */
    PLACE
}
