package fanweb.system;

import static org.assertj.core.api.Assertions.assertThat;

import fanweb.chat.ProtocolDocument;
import fanweb.chat.ProtocolDocument.Conversation;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The server does what {@code src/docs/protocol.md} shows. */
@SharedServer
class ProtocolDocumentIT {
  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.packaged();
  }

  static List<Conversation> conversations() {
    return ProtocolDocument.read().conversations();
  }

  @ParameterizedTest
  @MethodSource("conversations")
  void whatTheDocumentShowsHappens(Conversation conversation) {
    try (Replay replay = new Replay()) {
      replay.run(conversation);
    }
  }

  @Test
  void theDocumentShowsConversations() {
    assertThat(conversations()).hasSizeGreaterThanOrEqualTo(8);
  }
}
