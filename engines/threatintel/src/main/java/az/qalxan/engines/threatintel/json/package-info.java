/** JSON of others, read within limits: strict UTF-8, no member twice, numbers kept exactly. */
@org.jspecify.annotations.NullMarked
package az.qalxan.engines.threatintel.json;
