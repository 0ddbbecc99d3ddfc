package bad;

import java.util.*;

final class NoStarImport {}
