package cn.jinshan.chronicle.search;

import cn.jinshan.chronicle.DeskApplication;
import cn.jinshan.chronicle.OnPostgres;

@DeskApplication
class FollowingOnPostgresTest extends FollowingTest implements OnPostgres {}
