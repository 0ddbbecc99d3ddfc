package fanweb.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ServerTest {
  @Test
  void the_heap_is_read_as_every_jdk_writes_it() {
    assertThat(Server.usedKib(" garbage-first heap   total 63488K, used 2348K [0x1, 0x2)"))
        .isEqualTo(2348);
    assertThat(
            Server.usedKib(
                " garbage-first heap   total reserved 999424K, committed 63488K, used 2349K [0x1)"))
        .isEqualTo(2349);
    assertThat(Server.usedKib("young total 10K, used 1K [\n tenured total 20K, used 2K ["))
        .isEqualTo(3);
  }

  @Test
  void another_form_is_no_zero() {
    assertThatThrownBy(() -> Server.usedKib(" ZHeap           used 26M, capacity 96M"))
        .hasMessageContaining("ZHeap");
  }
}
