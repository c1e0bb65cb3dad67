package cn.jinshan.chronicle.signin;

class FormsOnH2Test extends FormsOnADatabase {}
