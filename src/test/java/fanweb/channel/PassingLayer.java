package fanweb.channel;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Does what another layer does; for tests that change one thing about it. */
public class PassingLayer<B> implements ChannelLayer<B> {
  private final ChannelLayer<B> layer;

  protected PassingLayer(ChannelLayer<B> layer) {
    this.layer = layer;
  }

  @Override
  public void groupAdd(GroupName group, Subscriber<B> subscriber) {
    layer.groupAdd(group, subscriber);
  }

  @Override
  public void groupDiscard(GroupName group, Subscriber<B> subscriber) {
    layer.groupDiscard(group, subscriber);
  }

  @Override
  public CompletionStage<StreamPosition> groupSend(GroupName group, B body, @Nullable String once) {
    return layer.groupSend(group, body, once);
  }

  @Override
  public void groupSend(GroupName group, Publication<B> publication) {
    layer.groupSend(group, publication);
  }

  @Override
  public CompletionStage<Recent<B>> groupRecent(GroupName group) {
    return layer.groupRecent(group);
  }
}
