package archfixture.good.chat.jpa;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
class RoomRow {
  @Id long id;
}
