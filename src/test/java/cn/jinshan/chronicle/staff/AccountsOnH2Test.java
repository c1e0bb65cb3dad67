package cn.jinshan.chronicle.staff;

class AccountsOnH2Test extends AccountsOnADatabase {}
