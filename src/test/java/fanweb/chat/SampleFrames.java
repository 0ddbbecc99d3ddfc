package fanweb.chat;

import java.util.List;

/** One frame of each command, for those who change them into nonsense. */
public final class SampleFrames {
  /** The frames. */
  public static final List<String> ALL =
      List.of(
          "{\"type\":\"join\",\"id\":1,\"group\":\"a\",\"name\":\"Ann\"}",
          "{\"type\":\"join\",\"offset\":0,\"epoch\":\"e\"}",
          "{\"type\":\"leave\",\"group\":\"a\"}",
          "{\"type\":\"publish\",\"id\":\"x\",\"key\":\"k\",\"text\":\"\\u4e2d\\ud83d\\ude00\"}",
          "{\"type\":\"edit\",\"offset\":1,\"text\":\"y\"}",
          "{\"type\":\"delete\",\"offset\":2}",
          "{\"type\":\"typing\",\"on\":true}",
          "{\"type\":\"read\",\"offset\":9223372036854775807}",
          "{\"type\":\"ping\",\"x\":[{},null,1e9]}");

  private SampleFrames() {}
}
