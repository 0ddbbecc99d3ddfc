package archfixture.namessaywhat.chat;

interface Nest {
  record OffenderNestedImpl() {}
}
